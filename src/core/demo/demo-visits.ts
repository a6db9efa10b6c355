import type { Level } from '../article-kinds.ts';
import { REASONS, type Submission } from '../feedback.ts';
import { type DemoArticle, versionAt } from './demo-article.ts';
import { COMMENTS, PRAISE } from './demo-comments.ts';
import type { DemoDays } from './demo-days.ts';
import { Deck, Random } from './random.ts';

const VIEWS = 48_000;
const VOTES = 18_000;
/** How many of those whom an article did not help say why, and how many of these write something. */
const GIVES_REASON = 0.5;
const WRITES = 0.06;
/** How many of those whom it helped write something. */
const WRITES_PRAISE = 0.004;
const SAYS_LEVEL = 0.35;

/** How well made-up readers know the subject. */
export const EXPERIENCE: readonly (readonly [level: Level, share: number])[] = [
  ['beginner', 0.45],
  ['experienced', 0.4],
  ['expert', 0.15],
];

/** What readers of the articles do and say: views, votes, reasons and comments. */
export function* demoVisits(
  articles: readonly DemoArticle[],
  days: DemoDays,
  seed: string,
): Generator<Submission> {
  const decks = new Random(`${seed} comments`);
  const texts = new Map<string, Deck<string>>();
  const textOf = (locale: string, what: keyof (typeof COMMENTS)['en'] | 'praise') => {
    const key = `${locale} ${what}`;
    const deck =
      texts.get(key) ??
      new Deck(what === 'praise' ? (PRAISE[locale] ?? []) : (COMMENTS[locale]?.[what] ?? []), decks);
    texts.set(key, deck);
    return deck.draw();
  };
  for (const article of articles) {
    const random = new Random(`${seed} visits ${article.locale} ${article.id}`);
    const base = { article: article.id, locale: article.locale };
    for (let left = random.near(VIEWS * article.popularity); left > 0; left -= 1) {
      const received = days.instant(random);
      const { revision } = versionAt(article, days.passed(received));
      yield { type: 'signal', id: random.uuid(), kind: 'view', ...base, revision, received };
    }
    for (let left = random.near(VOTES * article.popularity); left > 0; left -= 1) {
      const received = days.instant(random);
      const { revision, share } = versionAt(article, days.passed(received));
      const helpful = random.chance(share);
      const reason =
        helpful || !random.chance(GIVES_REASON)
          ? undefined
          : random.chance(0.5)
            ? article.weakness
            : random.pick(REASONS);
      const writes = random.chance(helpful ? WRITES_PRAISE : reason ? WRITES : 0);
      const comment = writes ? textOf(article.locale, reason ?? 'praise') : undefined;
      yield {
        type: 'vote',
        id: random.uuid(),
        ...base,
        revision,
        helpful,
        ...(random.chance(SAYS_LEVEL) && { level: random.weighted(EXPERIENCE) }),
        ...(reason && { reason }),
        ...(comment && { comment }),
        received,
        changed: received,
      };
    }
  }
}
