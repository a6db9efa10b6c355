import type { Submission } from '../feedback.ts';
import { type DemoArticle, versionAt } from './demo-article.ts';
import type { DemoDays } from './demo-days.ts';
import { soonAfter } from './demo-searches.ts';
import { Random } from './random.ts';

const CONTACTS = 1_500;
/** How many come from no article. */
const FROM_ELSEWHERE = 0.35;
/** How many take an article instead, and how many of these say that it solved their problem. */
const TAKES_ARTICLE = 0.34;
const IS_SOLVED = 0.45;

/** Readers on the way to a person: mostly from articles that help few, and some take an article instead. */
export function* demoContacts(
  articles: readonly DemoArticle[],
  days: DemoDays,
  seed: string,
): Generator<Submission> {
  const random = new Random(`${seed} contacts`);
  const places = articles.map((article) => [article, article.popularity] as const);
  if (places.length === 0) return;
  for (let made = 0; made < CONTACTS; ) {
    const received = days.instant(random);
    const article = random.weighted(places);
    // Whom the article helps looks for nobody.
    if (random.chance(versionAt(article, days.passed(received)).share)) continue;
    made += 1;
    const elsewhere = random.chance(FROM_ELSEWHERE);
    const signal = { type: 'signal', locale: article.locale } as const;
    yield {
      ...signal,
      id: random.uuid(),
      kind: 'contact',
      ...(!elsewhere && { article: article.id }),
      received,
    };
    if (!random.chance(TAKES_ARTICLE)) continue;
    const then = soonAfter(received, random);
    const taken = random.weighted(places.filter(([{ locale }]) => locale === article.locale)).id;
    yield { ...signal, id: random.uuid(), kind: 'instead', article: taken, received: then };
    if (!random.chance(IS_SOLVED)) continue;
    const solved = soonAfter(then, random);
    yield { ...signal, id: random.uuid(), kind: 'solved', article: taken, received: solved };
  }
}
