import type { Day } from '../core/calendar.ts';
import { publishedArticles } from '../core/content.ts';
import { manifestOf } from '../core/manifest.ts';
import { readContent } from './content-folder.ts';
import { answerWith } from './in-thread.ts';

await answerWith(async ({ dir, today }: { dir: string; today: Day }) =>
  manifestOf(publishedArticles(await readContent(dir), today)),
);
