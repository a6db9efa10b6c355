import type { AuditReport } from './audit-report.ts';

/**
 * Path of a file of the content folder as its repository names it.
 *
 * @example fileInRepository('en/billing/refund.md', { folder: './content/' }) // 'content/en/billing/refund.md'
 */
export function fileInRepository(
  file: string,
  { folder, folderInRepository = folder }: Pick<AuditReport, 'folder' | 'folderInRepository'>,
): string {
  const parts = folderInRepository.replaceAll('\\', '/').split('/');
  const path = parts.filter((part, index) => part !== '.' && (part !== '' || index === 0)).join('/');
  return path === '' ? file : `${path === '/' ? '' : path}/${file}`;
}
