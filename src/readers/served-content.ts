import type { ServedContent } from '../core/content.ts';
import { inThread } from './in-thread.ts';

/**
 * Reads of a content folder what the collector has to know. It is read in a thread of its own, which takes along what
 * reading needs: a service that runs for months should not hold the Markdown parser and the texts of all articles.
 *
 * @throws {UserError} if its settings have mistakes: a collector that guessed would refuse good answers
 */
export function readServedContent(dir: string): Promise<ServedContent> {
  return inThread<ServedContent>(new URL('./served-content-thread.ts', import.meta.url), { dir });
}
