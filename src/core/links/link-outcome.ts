/** What asking an address once has shown. The names stand in the cache file, so they are permanent. */
export const LINK_ANSWERS = [
  'found',
  'not-found',
  'gone',
  'no-such-host',
  'refused-access',
  'too-many-requests',
  'server-error',
  'time-out',
  'bad-certificate',
  'no-connection',
  'redirect-loop',
  'not-allowed-for-robots',
  'odd-answer',
] as const;
export type LinkAnswer = (typeof LINK_ANSWERS)[number];

/** What one run learnt about one address. */
export interface LinkOutcome {
  answer: LinkAnswer;
  /** Where the address has moved for good, if all redirects on the way there said so. */
  movedTo?: string;
  /** The address leads to the home page of its site, though it names a page deeper in. */
  leadsHome?: boolean;
  /** Digest of the words on the page, where an article depends on them. */
  content?: string;
}

/**
 * Is the page there? `undefined` where the answer tells neither: a site may turn a program away, be down for an
 * hour, or have forgotten its certificate, while its readers get the page, or soon will again.
 */
export function isThere(answer: LinkAnswer): boolean | undefined {
  if (answer === 'found') return true;
  return answer === 'not-found' || answer === 'gone' || answer === 'no-such-host' ? false : undefined;
}
