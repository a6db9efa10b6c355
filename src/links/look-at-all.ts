import type { Day } from '../core/calendar.ts';
import { type LinkRecord, nextRecord } from '../core/links/link-record.ts';
import { UserError } from '../core/user-error.ts';
import { type Ask, LocalHost } from './ask.ts';
import { lookAt, type Wanted } from './look.ts';
import { RobotsRules } from './robots-rules.ts';
import { HostIsClosed } from './turns.ts';
import { type Manners, Visitor } from './visitor.ts';

export interface LookAtAll {
  /** Each address once, of the web only. */
  wanted: readonly Wanted[];
  /** What is known from earlier runs, by address. */
  earlier: ReadonlyMap<string, LinkRecord>;
  ask: Ask;
  /** Name under which a robots.txt speaks of this program. */
  agent: string;
  manners: Manners;
  /** So many hosts are asked at the same time. */
  hostsAtOnce: number;
  today: Day;
  /** An address that answers whenever there is a network: the help centre's own. */
  witness?: string;
  /** Is called after each address. */
  onLooked?: (done: number) => void;
}

export interface Looked {
  /** What is known of every wanted address of which anything is known, by address. */
  records: Map<string, LinkRecord>;
  /** Addresses on this machine or in its network, which were left out. */
  local: string[];
  /** Addresses that were not asked for because their host had had enough. */
  postponed: string[];
}

/**
 * Looks at every address, many hosts at a time but each of them in turn.
 *
 * @throws {UserError} if nobody answers, which says more of this machine than of the addresses
 */
export async function lookAtAll({ wanted, earlier, ask, manners, ...given }: LookAtAll): Promise<Looked> {
  const visitor = new Visitor(ask, manners);
  const look = { visitor, robots: new RobotsRules(visitor, given.agent) };
  const looked: Looked = { records: new Map(), local: [], postponed: [] };
  const asked = new Set<string>();
  let done = 0;

  async function lookAtOne(one: Wanted): Promise<void> {
    const { address } = one;
    const before = earlier.get(address);
    try {
      const outcome = await lookAt({ ...one, earlierContent: before?.content }, look);
      asked.add(new URL(address).hostname);
      looked.records.set(address, nextRecord(before, address, outcome, given.today));
    } catch (error) {
      if (error instanceof LocalHost) looked.local.push(address);
      else if (error instanceof HostIsClosed) looked.postponed.push(address);
      else throw error;
      if (before) looked.records.set(address, before);
    }
    given.onLooked?.(++done);
  }

  const byHost = Map.groupBy(wanted, ({ address }) => new URL(address).hostname).values();
  await Promise.all(
    Array.from({ length: given.hostsAtOnce }, async () => {
      // All workers draw from the same hosts; one that is done takes the next.
      for (const addresses of byHost) for (const one of addresses) await lookAtOne(one);
    }),
  );

  const hosts = [...asked].filter((host) => !/(?:^|\.)invalid\.?$/.test(host));
  // One host that does not answer may well be gone: then the help centre itself tells whether there is a network.
  if (!visitor.reached && hosts.length === 1 && given.witness) {
    await visitor.visit(new URL(given.witness), 'HEAD').catch(() => {});
  }
  if (!visitor.reached && hosts.length > 0) {
    const [first] = hosts;
    const who =
      hosts.length > 1
        ? `None of ${hosts.length} sites answered`
        : `${first} did not answer, and neither did your help centre`;
    throw new UserError(
      `${who}: this machine seems to be offline.`,
      'Try again when it is connected. What earlier runs saw is kept as it was.',
    );
  }
  return looked;
}
