import path from 'node:path';
import type { Browser } from 'playwright-core';
import { bundle } from './bundle.ts';
import { type Visit, visit } from './cold-search.ts';
import { buildKundig } from './kundig.ts';
import type { LargeCorpus } from './large-corpus.ts';
import { buildPlainPagefind } from './plain-pagefind.ts';
import { serveFolder } from './served-folder.ts';
import { type Spread, spreadOf } from './spread.ts';

/** What ours is measured against. */
export const PLAIN = 'Pagefind';

/** What there are aims for. */
export const MEASURES = {
  cold: 'first result, cold, ms',
  warm: 'first result, warm cache, ms',
  next: 'next query, ms',
  coldBytes: 'first query, kB',
  nextBytes: 'each next query, kB',
  build: 'index build, times Pagefind',
} as const;

/** Queries that a reader asks after the first. */
const NEXT = 2;

/** What was measured of the help centre's search and of plain Pagefind. */
export interface Measured {
  /** With its unit, e.g. `next query, ms`. */
  measure: string;
  ours: Spread;
  /** Where plain Pagefind has it. */
  plain?: Spread;
}

/** Lets every query be the first of a reader, of both searches in turn. */
export async function measureVisits(
  browser: Browser,
  { documents, queries }: LargeCorpus,
  lang: string,
): Promise<Measured[]> {
  await using served = await serveFolder();
  const page = `<!doctype html><html lang="${lang}"><title>Search</title></html>`;
  await served.write('page', [{ path: 'index.html', content: page }]);
  const searches = [
    { script: 'kundig', files: await buildKundig(documents, lang), folder: `${lang}/` },
    { script: 'pagefind', files: await buildPlainPagefind(documents, lang), folder: '' },
  ];
  for (const { script, files } of searches) {
    await served.write(`index-${script}`, files);
    await bundle(script, path.join(served.dir, script));
  }
  await served.prepare();

  const visits: Visit[][] = searches.map(() => []);
  for (const [at, first] of queries.entries()) {
    const others = Array.from({ length: NEXT }, (_, step) => queries[(at + step + 1) % queries.length] ?? '');
    for (const [number, { script, folder }] of searches.entries()) {
      const place = {
        page: '/page/',
        script: `/${script}/${script}.js`,
        folder: `/index-${script}/${folder}`,
      };
      visits[number]?.push(await visit(browser, served, place, [first, ...others]));
    }
  }
  const line = (measure: string, values: (made: readonly Visit[], number: number) => number[]): Measured => {
    const [ours, plain] = visits.map((made, number) => spreadOf(values(made, number))) as [Spread, Spread];
    return { measure, ours, plain };
  };
  const kilobytes = (bytes: number) => bytes / 1000;
  const nextOf = (made: readonly Visit[]) => made.flatMap(({ next }) => next);
  return [
    line(MEASURES.cold, (made) => made.map(({ cold }) => cold)),
    line('of it loading code, ms', (made) => made.map(({ code }) => code)),
    line(MEASURES.warm, (made) => made.map(({ warm }) => warm)),
    line(MEASURES.next, (made) => nextOf(made).map(({ time }) => time)),
    line('same query again, ms', (made) => made.map(({ again }) => again)),
    line(MEASURES.coldBytes, (made) => made.map(({ coldSent }) => kilobytes(coldSent.bytes))),
    line('first query, requests', (made) => made.map(({ coldSent }) => coldSent.answers)),
    line(MEASURES.nextBytes, (made) => nextOf(made).map(({ sent }) => kilobytes(sent.bytes))),
    line('each next query, requests', (made) => nextOf(made).map(({ sent }) => sent.answers)),
    line('index on disk, kB', (_, number) => [
      kilobytes(searches[number]?.files.reduce((sum, { content }) => sum + content.length, 0) ?? 0),
    ]),
    line('index, files', (_, number) => [searches[number]?.files.length ?? 0]),
  ];
}
