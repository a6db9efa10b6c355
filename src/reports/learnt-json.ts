import type { Change } from '../core/learning/change.ts';

/** What is proposed, as JSON for other programs. */
export function learntJson(changes: readonly Change[]): string {
  const proposals = changes.flatMap(({ file, proposals }) =>
    proposals.map((proposal) =>
      proposal.kind === 'question'
        ? {
            kind: proposal.kind,
            file,
            locale: proposal.article.locale,
            article: proposal.article.id,
            question: proposal.question,
            ...proposal.evidence,
          }
        : {
            kind: proposal.kind,
            file,
            locale: proposal.locale,
            known: proposal.known,
            asked: proposal.asked,
            ...proposal.evidence,
          },
    ),
  );
  return `${JSON.stringify({ version: 1, proposals }, null, 2)}\n`;
}
