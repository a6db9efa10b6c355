/**
 * Loaded in front of a service (`--import`): keeps what Node makes of our TypeScript, so that from the second start on it
 * is neither loaded nor held in memory what makes it. In JavaScript, because it would be needed for this file, too. Where
 * the folder cannot be written, nothing is kept.
 */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/kundig'));
