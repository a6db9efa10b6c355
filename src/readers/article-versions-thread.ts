import { versionsOf } from './article-versions.ts';
import { answerWith } from './in-thread.ts';

/** Run in a thread of its own by `readVersions`. */
await answerWith(versionsOf);
