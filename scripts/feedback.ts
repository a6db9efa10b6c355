import { accept } from './feedback/accept.ts';
import { backup } from './feedback/backup.ts';
import { copy } from './feedback/copy.ts';
import { erase } from './feedback/erase.ts';
import { exportAll } from './feedback/export.ts';
import { restore } from './feedback/restore.ts';
import { status } from './feedback/status.ts';
import { runVerbs } from './verbs.ts';

await runVerbs({
  name: 'feedback',
  summary:
    'Copies, backs up, restores, exports and erases what readers sent, and lets count what was set aside.',
  examples: [
    ['npm run feedback -- status', 'what the database holds'],
    ['npm run feedback -- backup --keep 14', 'a backup of today; for every night'],
    ['npm run feedback -- copy data/feedback.db postgres://…', 'moves to another database'],
    ['npm run feedback -- erase --help', 'what a verb does, with its options and examples'],
  ],
  verbs: [copy, backup, restore, exportAll, erase, accept, status],
});
