/**
 * Prints how long the audit reads the history of the articles and their old texts, and how much memory that takes, at
 * 5,000 articles and 20,000 commits unless told otherwise, where readers voted on every text that ever was.
 * Run: `npx node bench/text-history.ts [ARTICLES [COMMITS]]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NO_FEEDBACK, type RevisionFeedback } from '../src/core/audit-feedback/audit-feedback.ts';
import { ArticleTexts } from '../src/readers/article-texts.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { readHistory } from '../src/readers/git-history.ts';
import { readSeries } from '../src/readers/vote-series.ts';
import { makeRepository } from './text-history/made-repository.ts';

const [articles = 5000, commits = 20_000] = process.argv.slice(2).map(Number);
const dir = await mkdtemp(path.join(tmpdir(), 'kundig-bench-'));
try {
  const { articles: source } = await readContent('content');
  const english = source.filter(({ locale }) => locale === 'en');
  await makeRepository(dir, { articles, commits, source: english });
  const content = await timed('articles read', () => readContent(dir));
  const history = await timed('history read', () => readHistory(dir));
  const texts = new ArticleTexts(dir, history.commits);
  const voted: RevisionFeedback[] = [];
  for (const article of content.articles) {
    const all = await texts.all(article);
    for (const revision of new Set(all.flatMap(({ text }) => text?.revision ?? []))) {
      voted.push({
        article: article.id,
        locale: article.locale,
        revision,
        helpful: 7,
        unhelpful: 3,
        reasons: {},
        views: 100,
        days: [{ day: '2026-10-01', helpful: 7, unhelpful: 3 }],
      });
    }
  }
  await texts.close();
  console.log(`${articles} articles, ${commits} commits, votes on ${voted.length} texts`);
  const feedback = { ...NO_FEEDBACK, articles: voted };
  const { series } = await timed('series joined', () => readSeries({ content, history, feedback }));
  const compared = [...series.values()].filter(({ before }) => before).length;
  console.log(`${compared} articles with votes before and since their last change of substance`);
  console.log(`at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  await rm(dir, { recursive: true, force: true });
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of a processor)`);
  return result;
}
