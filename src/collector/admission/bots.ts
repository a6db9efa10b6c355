import { isbot } from 'isbot';
import type { Mark } from './client-marks.ts';
import { createShortMemory } from './short-memory.ts';

/** Browsers without pictures or scripts, in which people read, too. */
const PLAIN_BROWSERS = /^(?:w3m|lynx|e?links|netsurf|dillo)\b/i;

/** A browser's name for itself is shorter than this, in characters. */
const LONGEST = 1000;

/**
 * Is this the name of a program rather than of a browser that somebody reads with?
 *
 * @param brands what Chromium says in `Sec-CH-UA`: without a window, the truth even under another name
 */
export function isProgram(userAgent: string, brands = ''): boolean {
  const name = userAgent.trim();
  if (name === '' || name.length > LONGEST || /headless/i.test(brands)) return true;
  return isProgramName(name);
}

/** Many readers have the same browser, and to look for hundreds of patterns in its name takes a while. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 500;

function isProgramName(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  if (judged.size >= MOST_JUDGED) judged.clear();
  const isProgram = !PLAIN_BROWSERS.test(name) && isbot(name);
  judged.set(name, isProgram);
  return isProgram;
}

/** Knows programs that claim to be a browser by what they do. */
export interface Scanners {
  /** Does whoever casts this vote click everything there is? */
  clicksEverything(
    client: Mark,
    vote: { id: string; article: string; helpful: boolean },
    at: number,
  ): boolean;
  sweep(at: number): void;
}

/** How long clicks are remembered, in milliseconds. */
const MINUTE = 60_000;

/** More articles than this in a minute are more than a whole course of 50 people with the same browser vote on. */
const ARTICLES = 150;

/** Who says yes and no within so many milliseconds… */
const AT_ONCE = 5000;

/** …about so many articles within a minute, has no opinion. A changed mind is no second vote, and so is not meant. */
const BOTH = 3;

interface Click {
  id: string;
  article: string;
  helpful: boolean;
  at: number;
}

/**
 * Mail filters and crawlers open links and press every button in them: both answers about one article after another, or
 * votes on more articles than people read. What somebody did more than a minute ago is forgotten, so that nobody who
 * comes later from the same place is taken for them.
 *
 * @example
 * const scanners = createScanners();
 */
export function createScanners(most = 5000): Scanners {
  const clicks = createShortMemory<readonly Click[]>({ most, milliseconds: MINUTE });

  return {
    clicksEverything(client, { id, article, helpful }, at) {
      const known = (clicks.recall(client.today, at) ?? []).filter((click) => at - click.at < MINUTE);
      const isAgain = known.some((click) => click.id === id);
      const recent = isAgain ? known : [...known, { id, article, helpful, at }];
      // More than this many tell nothing that fewer do not.
      clicks.remember(client.today, recent.slice(-2 * ARTICLES), at);
      return new Set(recent.map((click) => click.article)).size > ARTICLES || bothWays(recent) >= BOTH;
    },
    sweep: clicks.sweep,
  };
}

/** On how many articles both answers were given at once. */
function bothWays(clicks: readonly Click[]): number {
  let both = 0;
  for (const of of Map.groupBy(clicks, ({ article }) => article).values()) {
    const isBoth = of.some((one) =>
      of.some((other) => one.helpful !== other.helpful && Math.abs(one.at - other.at) < AT_ONCE),
    );
    both += Number(isBoth);
  }
  return both;
}
