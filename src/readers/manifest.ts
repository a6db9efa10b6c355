import { readFile } from 'node:fs/promises';
import type { Day } from '../core/calendar.ts';
import { type Manifest, manifestSchema } from '../core/manifest.ts';
import { UserError } from '../core/user-error.ts';
import { isLocalHost } from './collector-address.ts';
import { inThread } from './in-thread.ts';

/** How long the site may take to answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Reads what a build published, from the file that it wrote or from where the site stands.
 *
 * @param place a path, or an address of the web. E.g. `dist/articles.json`, `https://help.example.com/articles.json`
 * @throws {UserError} if it cannot be read, or is no such manifest
 */
export async function readManifest(place: string): Promise<Manifest> {
  const text = /^https?:/i.test(place)
    ? await fetched(place)
    : await readFile(place, 'utf8').catch(cannotRead(place));
  const manifest = manifestSchema.safeParse(parsed(text));
  if (manifest.success) return manifest.data;
  throw new UserError(
    `${place} does not say what was published: ${manifest.error.issues[0]?.message}.`,
    'Name the file articles.json that `npm run build` of the same Kundig wrote beside the pages.',
  );
}

/**
 * The same for the articles in a content folder, as a build on this day would write it. They are read in a thread of
 * their own, so that other work goes on.
 */
export function manifestOfFolder(dir: string, today: Day): Promise<Manifest> {
  return inThread<Manifest>(new URL('./published-articles-thread.ts', import.meta.url), { dir, today });
}

async function fetched(address: string): Promise<string> {
  refuseOpen(new URL(address));
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) }).catch(cannotRead(address));
  refuseOpen(new URL(response.url));
  if (!response.ok) cannotRead(address)(new Error(`the site answers ${response.status}`));
  return response.text().catch(cannotRead(address));
}

/** Who could change it on the way could have articles counted that do not exist. */
function refuseOpen(url: URL): void {
  if (url.protocol === 'https:' || isLocalHost(url.hostname)) return;
  throw new UserError(
    `What ${url.host} says could be changed on the way.`,
    `Use https: --manifest https://${url.host}${url.pathname}`,
  );
}

function cannotRead(place: string): (error: unknown) => never {
  return (error) => {
    const reason =
      error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : error;
    throw new UserError(
      `What was published cannot be read from ${place}: ${reason}.`,
      'Build the site with `npm run build`: it writes articles.json beside the pages.',
    );
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
