import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Change } from '../core/learning/change.ts';
import { evidenceText } from './learnt-text.ts';

/**
 * The changes as a unified diff that `git apply` and `patch -p1` take. What speaks for a change stands in lines before
 * it, which both pass over.
 *
 * @param folder path of the content folder as seen from where the patch is applied, e.g. `content`; may be empty
 */
export function learntPatch(changes: readonly Change[], folder: string): string {
  return changes
    .map(({ file, before, after, proposals }) => {
      const name = folder ? `${folder}/${file}` : file;
      const evidence = proposals.map((proposal) => `# ${evidenceText(proposal)}\n`).join('');
      const from = before === undefined ? '/dev/null' : `a/${name}`;
      const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
      return evidence + createTwoFilesPatch(from, `b/${name}`, before ?? '', after, '', '', options);
    })
    .join('\n');
}
