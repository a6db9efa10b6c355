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

/** The findings as things to do, the owner of the most urgent first. */
export function tasksByOwner(findings: readonly Finding[], { words, articlePage }: Report): OwnedTasks[] {
  const owners = Map.groupBy(findings, ({ owner }) => owner ?? '');
  return [...owners].map(([owner, members]) => ({
    owner,
    heading: owner || words.say('digest.owner.none'),
    tasks: members.map(taskOf),
  }));

  function taskOf({ rule, article, locale, file, line, message, figure }: Finding): DigestTask {
    const share = figure && { share: words.percent(figure.value), count: words.number(figure.of) };
    const text = words.say(`digest.work.${rule}`, {
      figure: share ? ` ${words.say('digest.figure', share)}` : '',
    });
    return article && locale
      ? { subject: articlePage(article, locale), language: locale, text }
      : { subject: { title: `${file}:${line}` }, text, detail: message };
  }
}
