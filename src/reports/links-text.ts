import { isThere, type LinkAnswer } from '../core/links/link-outcome.ts';
import type { LinkRecord } from '../core/links/link-record.ts';
import { oneLine } from '../core/quoting/safe-text.ts';
import { plural } from './plural.ts';

/** What a run of `npm run links` has seen. */
export interface SeenLinks {
  /** The addresses that were asked for. */
  records: readonly LinkRecord[];
  /** Addresses that were not asked for because their site had had enough. */
  postponed: readonly string[];
  /** Addresses on this machine or in its network. */
  local: readonly string[];
  malformed: readonly string[];
}

const ANSWERS: Record<LinkAnswer, string> = {
  found: 'found',
  'not-found': 'no such page, 404',
  gone: 'taken down, 410',
  'no-such-host': 'no such site',
  'refused-access': 'access refused',
  'too-many-requests': 'too many requests',
  'server-error': 'the server has a fault',
  'time-out': 'too slow',
  'bad-certificate': 'wrong certificate',
  'no-connection': 'no connection',
  'redirect-loop': 'redirected in a circle',
  'not-allowed-for-robots': 'closed to programs by robots.txt',
  'odd-answer': 'an odd answer',
};

/** What was seen, worst first, and a last line that counts it. */
export function linksText({ records, postponed, local, malformed }: SeenLinks): string {
  const dead = records.filter(({ state }) => state === 'dead');
  const missing = records.filter(({ state }) => state === 'missing');
  const rest = records.filter(({ state }) => state !== 'dead' && state !== 'missing');
  const unclear = rest.filter(({ answer }) => isThere(answer) === undefined);
  const fine = rest.filter(({ answer }) => isThere(answer));
  const because = ({ address, firstMissing, missingBecause = 'not-found' }: LinkRecord) =>
    `${address} since ${firstMissing}: ${ANSWERS[missingBecause]}`;
  return [
    ...listed('Dead, as they were missing on two days:', dead.map(because)),
    ...listed('Missing for the first time; dead if they are so on another day:', missing.map(because)),
    ...listed(
      'No clear answer, so they count for nothing:',
      unclear.map(({ address, answer }) => `${address}: ${ANSWERS[answer]}`),
    ),
    ...listed(
      'There, but moved for good; better link to the new address:',
      fine.flatMap(({ address, movedTo }) => (movedTo ? `${address} is now ${movedTo}` : [])),
    ),
    ...listed(
      'There, but they lead to the home page; see whether that is meant:',
      fine.flatMap(({ address, leadsHome }) => (leadsHome ? address : [])),
    ),
    ...listed('Put off to the next run, because the site asked for a rest:', postponed),
    ...listed('Left out, because only this machine or its network has them (--allow-local):', local),
    ...listed('Left out, because they are no addresses:', malformed.map(oneLine)),
    `Looked at ${plural(records.length, 'address', 'addresses')}: ${fine.length} fine, ` +
      `${dead.length} dead, ${missing.length} missing for the first time, ${unclear.length} without a clear answer.`,
  ].join('\n');
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...[...lines].sort().map((line) => `  ${line}`), ''];
}
