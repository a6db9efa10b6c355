import type { Proposal } from '../core/learning/change.ts';
import { FEWEST_DAYS } from '../core/learning/evidence.ts';
import type { Learnt } from '../core/learning/learn.ts';

/** Why something is proposed, in one sentence. */
export function evidenceText(proposal: Proposal): string {
  const { readers, days, place } = proposal.evidence;
  const who = `${readers} readers on ${days} days`;
  return proposal.kind === 'question'
    ? `${who} asked “${proposal.question}” and said yes; search showed it at place ${place}`
    : `${who} asked for “${proposal.asked}” where the title of what helped says “${proposal.known}”; ` +
        `search showed it at place ${place}`;
}

/** What was learnt, or why nothing was, in one line. */
export function learntText({ questions, synonyms, helpful, leftOut }: Learnt, fewestReaders: number): string {
  const enough = `${fewestReaders} readers on ${FEWEST_DAYS} days`;
  if (questions.length + synonyms.length > 0) {
    const articles = new Set(questions.map(({ article }) => article.path)).size;
    const parts = [
      questions.length > 0 && `${count(questions.length, 'question')} for ${count(articles, 'article')}`,
      synonyms.length > 0 && count(synonyms.length, 'synonym'),
    ];
    return `${parts.filter(Boolean).join(' and ')}, each from at least ${enough}.`;
  }
  if (helpful === 0) {
    return `Nothing to propose: no reader has come to an article by search and voted yes yet. A proposal needs ${enough}.`;
  }
  const leftOutText = leftOut > 0 ? ` ${leftOut} were left out because they may tell who asked.` : '';
  return (
    `Nothing to propose: ${count(helpful, 'search', 'searches')} led to an article that helped, but no new phrasing ` +
    `has ${enough} yet.${leftOutText}`
  );
}

function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}
