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
  pages: ['components', 'core', 'layouts', 'site', 'client'],
  styles: [],
  locales: [],
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
    return importsOf(file)
      .filter((target) => target.startsWith('.'))
      .filter((target) => !allowed.includes(folderOf(path.posix.join(path.posix.dirname(file), target))))
      .map((target) => `${file} imports ${target}`);
  });
  expect(outward).toEqual([]);
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

test('the scripts of the pages load no library that validates, by whatever way', () => {
  const reached = new Set(sources.filter((file) => folderOf(file) === 'client'));
  const packages = new Set<string>();
  for (const file of reached) {
    for (const target of importsOf(file, 'of values')) {
      if (!target.startsWith('.')) packages.add(target);
      else reached.add(path.posix.join(path.posix.dirname(file), target));
    }
  }
  expect([...reached]).toContain('core/survey/survey-condition.ts');
  expect([...packages].filter((name) => name === 'zod')).toEqual([]);
});

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** @param which `of values` leaves out types, of which nothing is left in a browser */
function importsOf(file: string, which: 'all' | 'of values' = 'all'): string[] {
  const text = readFileSync(`src/${file}`, 'utf8');
  const code = which === 'all' ? text : text.replace(/^(?:import|export) type [^;]*;$/gm, '');
  return [...code.matchAll(/(?:from\s+|import\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}
