import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Nobody's device shall work for longer than so many milliseconds. */
const PATIENCE = 30_000;

/**
 * Does the work that the collector asks for while a flood comes in. The browser computes beside the page, which goes on
 * answering its reader.
 *
 * @returns what to send as `Authorization`; `undefined` where the browser cannot: it computes only for pages over https
 * or from its own machine
 */
export async function prove(challenge: Challenge): Promise<string | undefined> {
  if (!globalThis.crypto.subtle) return undefined;
  const solution = await solveChallenge({ challenge, deriveKey, timeout: PATIENCE });
  return solution ? `Altcha ${btoa(JSON.stringify({ challenge, solution }))}` : undefined;
}
