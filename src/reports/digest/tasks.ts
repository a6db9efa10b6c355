import type { Finding } from '../../core/finding.ts';
import type { ArticlePage } from '../article-pages.ts';
import type { Report } from '../report.ts';

/** What one team or person has to do. */
export interface OwnedTasks {
  /** Empty where no article names an owner. */
  owner: string;
  /** The owner in words. */
  heading: string;
  tasks: DigestTask[];
}

/** One thing to do. */
export interface DigestTask {
  subject: ArticlePage;
  /** Language of the subject's title, where that is an article's. */
  language?: string;
  text: string;
  /** What the audit says of it in English, where no article does. */
  detail?: string;
}

/** The findings as things to do, the owner of the most urgent first; all that is to do on one article together. */
export function tasksByOwner(findings: readonly Finding[], { words, articlePage }: Report): OwnedTasks[] {
  const owners = Map.groupBy(findings, ({ owner }) => owner ?? '');
  return [...owners].map(([owner, members]) => ({
    owner,
    heading: owner || words.say('digest.owner.none'),
    tasks: [...Map.groupBy(members, placeOf).values()].flatMap(([first, ...others]) =>
      first ? [taskOf(first, others)] : [],
    ),
  }));

  function taskOf(first: Finding, others: readonly Finding[]): DigestTask {
    const { article, locale, file, line, message } = first;
    const text = [first, ...others].map(textOf).join(' ');
    return article && locale
      ? { subject: articlePage(article, locale), language: locale, text }
      : { subject: { title: `${file}:${line}` }, text, detail: message };
  }

  function textOf({ rule, figure }: Finding): string {
    const share = figure && { share: words.percent(figure.value), count: words.number(figure.of) };
    return words.say(`digest.work.${rule}`, { figure: share ? ` ${words.say('digest.figure', share)}` : '' });
  }
}

/** What a finding is about: an article, else a line of a file. */
function placeOf({ article, locale, file, line }: Finding): string {
  return article && locale ? `${locale} ${article}` : `${file}:${line}`;
}
