import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Which folders of `src` a folder may import from, besides itself. Imports point inward. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  readers: ['core'],
  stores: ['core'],
  search: ['core'],
  reports: ['core'],
  importers: ['core', 'readers'],
  links: ['core'],
  trackers: ['core'],
  client: ['core', 'search'],
  collector: ['core', 'readers', 'stores', 'search'],
  site: ['core', 'readers', 'stores', 'search', 'collector'],
  components: ['core', 'readers', 'site', 'client'],
  layouts: ['client', 'components', 'core', 'site', 'styles'],
  pages: ['components', 'core', 'layouts', 'site', 'styles', 'client'],
  styles: [],
  locales: [],
};
/** Which folders of the collector a folder of it may import from, besides itself and what all of it shares. */
const mayImportInCollector: Record<string, readonly string[]> = {
  admission: [],
  gate: [],
  pages: [],
  server: ['gate'],
  reading: ['gate'],
  operation: ['gate', 'reading'],
  'static-site': ['pages'],
  submissions: ['gate', 'pages'],
};
/** What the folders of the collector share: what travels with a request, and what it is answered with. */
const COLLECTOR_SHARES = ['language.ts', 'problem.ts', 'service.ts'];
/** Packages of which one folder alone knows, so that another can take their place. */
const KNOWN_TO: Record<string, RegExp> = {
  stores: /^(?:pg|node:sqlite)$/,
  site: /^(?:astro(?!:)|vite$|@astrojs\/markdown)/,
};
/** Packages that the core may use: validation, hashing, and what others keep: statistics, syllables, comparison. */
const CORE_PACKAGES = /^(?:zod$|node:crypto$|@stdlib\/|syllable$|diff$)/;
/** What would make the core depend on when and where it runs. */
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|argv|cwd|stdout|stderr|exit|hrtime|uptime)\b|\bfetch\(|\bsetTimeout\(/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.(?:ts|astro)$/.test(file) && file.includes('/'));

test('there are sources to look at, in folders that the table knows', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...new Set(sources.map(folderOf))]));
});

test('imports point inward only', () => {
  const outward = sources.flatMap((file) => {
    const folder = folderOf(file);
    const allowed = [folder, ...(mayImport[folder] ?? [])];
    return foldersUsedBy(file)
      .filter((target) => !allowed.includes(target))
      .map((target) => `${file} imports from ${target}`);
  });
  expect(outward).toEqual([]);
});

test('no folder may import from one that it does not need', () => {
  const unused = Object.entries(mayImport).flatMap(([folder, allowed]) => {
    const used = new Set(sources.filter((file) => folderOf(file) === folder).flatMap(foldersUsedBy));
    return allowed.filter((other) => !used.has(other)).map((other) => `${folder} needs nothing of ${other}`);
  });
  expect(unused).toEqual([]);
});

test('within the collector, too, what guards and answers knows nothing of what uses it', () => {
  const folders = new Set<string>();
  const outward = sources
    .filter((file) => /^collector\/.+\//.test(file))
    .flatMap((file) => {
      const [, folder = ''] = file.split('/');
      folders.add(folder);
      const allowed = [folder, ...COLLECTOR_SHARES, ...(mayImportInCollector[folder] ?? [])];
      return importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(file), target).split('/'))
        .filter(([where, part = '']) => where === 'collector' && !allowed.includes(part))
        .map((target) => `${file} imports ${target.join('/')}`);
    });
  expect(outward).toEqual([]);
  expect([...folders].sort()).toEqual(Object.keys(mayImportInCollector).sort());
});

test.each(Object.entries(KNOWN_TO))('only %s knows what it is made with', (folder, packages) => {
  const users = sources.filter((file) =>
    importsOf(file, 'of values').some((target) => packages.test(target)),
  );
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => folderOf(file) !== folder)).toEqual([]);
});

test('the core imports no package but validation, hashing, statistics, syllables and comparison', () => {
  const others = sources
    .filter((file) => folderOf(file) === 'core')
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => !target.startsWith('.') && !CORE_PACKAGES.test(target));
  expect(others).toEqual([]);
});

test('the core knows no clock, disk or network', () => {
  const impure = sources
    .filter((file) => folderOf(file) === 'core')
    .flatMap((file) => {
      const code = readFileSync(`src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const found = IMPURE.exec(code)?.[0];
      return found ? [`${file}: ${found}`] : [];
    });
  expect(impure).toEqual([]);
});

test('the scripts of the pages load no package but those that work out proofs and stems, by whatever way', () => {
  const reached = new Set(sources.filter((file) => folderOf(file) === 'client'));
  const packages = new Set<string>();
  for (const file of reached) {
    for (const target of importsOf(file, 'of values')) {
      if (!target.startsWith('.')) packages.add(target);
      else reached.add(path.posix.join(path.posix.dirname(file), target));
    }
  }
  expect([...reached]).toContain('core/survey/survey-condition.ts');
  // A proof of work is worked out only where it is asked for.
  expect([...packages].filter((name) => !/^altcha-lib\b|^@orama\/stemmers\//.test(name))).toEqual([]);
});

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function foldersUsedBy(file: string): string[] {
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => folderOf(path.posix.join(path.posix.dirname(file), target)));
}

/** @param which `of values` leaves out types, of which nothing is left in a browser */
function importsOf(file: string, which: 'all' | 'of values' = 'all'): string[] {
  const text = readFileSync(`src/${file}`, 'utf8');
  const code = which === 'all' ? text : text.replace(/^(?:import|export) type [^;]*;$/gm, '');
  return [...code.matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}
