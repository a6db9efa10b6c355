import { backup } from './feedback/backup.ts';
import { copy } from './feedback/copy.ts';
import { exportAll } from './feedback/export.ts';
import { restore } from './feedback/restore.ts';
import { runVerbs } from './verbs.ts';

await runVerbs({
  name: 'feedback',
  summary: 'Copies, backs up, restores, exports and erases what readers sent.',
  examples: [
    ['npm run feedback -- copy data/feedback.db postgres://…', 'moves to another database'],
    ['npm run feedback -- copy --help', 'what a verb does, with its options'],
  ],
  verbs: [copy, backup, restore, exportAll],
});
