import { expect, test } from 'vitest';
import { NO_FEEDBACK } from '../../src/core/audit-feedback/audit-feedback.ts';
import { readPast } from '../../src/readers/article-past.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { readHistory } from '../../src/readers/git-history.ts';
import { articleText, SITE } from '../content-folder.ts';
import { feedbackOn } from '../core/an-article.ts';
import { ARepository } from './a-repository.ts';

const FILE = 'en/billing/refund.md';

test('the past of an article holds all its texts with their votes, and its reviews', async () => {
  const reviewed = (day: string, text: string) => articleText(`reviewed: ${day}\n`, `${text}\n`);
  const repository = new ARepository()
    .write('site.yaml', SITE)
    .write('en/billing/index.md', '---\ntitle: Billing\ndescription: Money.\n---\n')
    .write(FILE, articleText('', 'Within 10 days.\n'))
    .commit('2025-01-01', 'Write')
    .write(FILE, reviewed('2025-02-01', 'Within 10 days.'))
    .commit('2025-02-02', 'Review')
    .write(FILE, reviewed('2025-02-01', 'Within 14 days.'))
    .commit('2025-03-01', 'Extend')
    .write(FILE, reviewed('2025-02-30', 'Within 20 days.'))
    .commit('2025-03-02', 'Extend more')
    .write(FILE, reviewed('2025-04-01', 'Within 30 days.'));
  const content = await readContent(repository.dir);
  const history = await readHistory(repository.dir);
  const [article] = content.articles;
  if (!article) throw new Error('no article');
  const all = await readPast(article, { content, history, feedback: NO_FEEDBACK });
  expect(all.versions.map(({ commit, edit, feedback }) => [commit?.subject, edit, feedback])).toEqual([
    [undefined, 'substance', undefined],
    ['Extend more', 'substance', undefined],
    ['Extend', 'substance', undefined],
    ['Write', undefined, undefined],
  ]);
  expect(all.reviews).toEqual(['2025-04-01', '2025-02-01']);

  const first = feedbackOn({ ...article, revision: all.versions.at(-1)?.revision ?? '' }, { helpful: 3 });
  const feedback = { ...NO_FEEDBACK, articles: [first, { ...first, locale: 'de', helpful: 9 }] };
  const { versions } = await readPast(article, { content, history, feedback });
  expect(versions.map((one) => one.feedback?.helpful)).toEqual([undefined, undefined, undefined, 3]);
});
