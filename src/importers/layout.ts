import { languageOf, splitSuffix } from './language.ts';

/** How a folder arranges its documents. */
export interface Layout {
  /** The folder that the documents stand in; '' is the folder itself. */
  root: string;
  /** Folders below which addresses may begin: `root` and everything above it, the nearest first. */
  bases: readonly string[];
  /** Folders of languages below `root`, e.g. `de` for `de/`, or further roots, e.g. `i18n/de/…/current`. */
  localeFolders: ReadonlyMap<string, string>;
  /** Languages that file names end in, e.g. `de` for `index.de.md`. */
  suffixes: ReadonlySet<string>;
  /** Language of a document that does not say its own. */
  defaultLocale: string;
}

/** Where one file stands in the layout. */
export interface Place {
  /** The language that its folder or its name says. */
  locale?: string;
  /** Folders below the root (and the language) down to the file. */
  folders: string[];
  /** Name without ending and language. */
  stem: string;
}

/** Papers of a project rather than articles, where they stand at its top. */
const PAPER = /^(?:readme|license|licence|changelog|contributing|code_of_conduct|notice|security|support)\b/i;
const MARKDOWN = /\.(?:md|mdx|markdown)$/i;

/** Does the name say that the file holds an article? */
export function isDocument(file: string): boolean {
  return MARKDOWN.test(file) && !(PAPER.test(file) && !/^readme\.\w+$/i.test(file));
}

/**
 * Finds out how a folder arranges its documents, from the names of its files alone.
 *
 * @param wanted languages named by the user; the first that no name says is that of documents that do not say theirs
 * @param configured language of such documents by the system's settings
 */
export function detectLayout(
  files: readonly string[],
  folderName: string,
  { wanted = [], configured }: { wanted?: readonly string[]; configured?: string } = {},
): Layout {
  const documents = files.filter(isDocument);
  const root = findRoot(documents);
  const below = documents
    .filter((file) => isBelow(file, root))
    .map((file) => file.slice(root ? root.length + 1 : 0));
  const localeFolders = new Map([
    ...findLocaleFolders(below, wanted, root),
    ...documents.flatMap((file) => {
      const match = /^((?:.*\/)?i18n\/([^/]+)\/docusaurus-plugin-content-docs\/[^/]+)\//.exec(file);
      const locale = match?.[2] && languageOf(match[2]);
      return match?.[1] && locale ? [[match[1], locale] as const] : [];
    }),
  ]);
  const ownName = languageOf((root.split('/').at(-1) || folderName).toLowerCase());
  const suffixes = findSuffixes(below);
  const said = new Set([...localeFolders.values(), ...suffixes]);
  return {
    root,
    bases: basesOf(root),
    localeFolders,
    suffixes,
    defaultLocale: configured ?? ownName ?? wanted.find((locale) => !said.has(locale)) ?? 'en',
  };
}

/** Where a file stands; `undefined` if it is not among the documents. */
export function placeOf(file: string, layout: Layout): Place | undefined {
  if (!isDocument(file)) return undefined;
  let rest: string | undefined;
  let locale: string | undefined;
  for (const [folder, code] of layout.localeFolders) {
    if (!isBelow(file, folder)) continue;
    rest = file.slice(folder.length + 1);
    locale = code;
  }
  if (rest === undefined) {
    if (!isBelow(file, layout.root)) return undefined;
    rest = file.slice(layout.root ? layout.root.length + 1 : 0);
  }
  const folders = rest.split('/');
  const name = (folders.pop() ?? '').replace(MARKDOWN, '');
  const split = splitSuffix(name);
  if (!split.locale || !layout.suffixes.has(split.locale)) return { locale, folders, stem: name };
  return { locale: split.locale, folders, stem: split.stem };
}

/**
 * Goes down to the folder where the documents begin: into `content` or `docs` if there is one, else as long as
 * everything lies in a single folder.
 */
function findRoot(documents: readonly string[]): string {
  let root = '';
  for (;;) {
    const below = documents
      .filter((file) => isBelow(file, root))
      .map((file) => file.slice(root ? root.length + 1 : 0));
    if (below.some((file) => !file.includes('/') && !PAPER.test(file))) return root;
    const folders = [
      ...new Set(below.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')),
    ];
    const named = /(^|\/)(content|docs)(\/|$)/.test(root)
      ? undefined
      : folders.find((name) => name === 'content' || name === 'docs');
    const next = folders.length === 1 ? folders[0] : named;
    if (next === undefined) return root;
    root = root ? `${root}/${next}` : next;
  }
}

/**
 * A folder is a language's if all folders beside it are, if it mirrors a file outside it, or if the user says so:
 * `it/` and `hr/` may also be departments.
 */
function findLocaleFolders(
  below: readonly string[],
  wanted: readonly string[],
  root: string,
): [string, string][] {
  const all = new Set(below);
  const names = [
    ...new Set(below.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? '')),
  ];
  const codes = names.flatMap((name) => {
    const locale = languageOf(name);
    // `new` and `faq` are codes of languages too.
    const isLikely = /^[a-z]{2}(?:[-_]|$)/i.test(name) || wanted.includes(locale ?? '');
    return locale && isLikely ? [{ name, locale }] : [];
  });
  const areAll = codes.length === names.length && codes.length > 1;
  return codes
    .filter(({ name, locale }) => {
      const inside = below.filter((file) => isBelow(file, name)).map((file) => file.slice(name.length + 1));
      const mirrors = inside.some(
        (file) =>
          all.has(file) ||
          names.some((other) => other !== name && languageOf(other) && all.has(`${other}/${file}`)),
      );
      return areAll || mirrors || wanted.includes(locale);
    })
    .map(({ name, locale }) => [root ? `${root}/${name}` : name, locale]);
}

/** A suffix is a language's if a file of the same stem stands beside one that has it. */
function findSuffixes(below: readonly string[]): Set<string> {
  const stems = Map.groupBy(below, (file) => splitSuffix(file.replace(MARKDOWN, '')).stem);
  const found = new Set<string>();
  for (const files of stems.values()) {
    if (files.length < 2) continue;
    for (const file of files) {
      const { locale } = splitSuffix(file.replace(MARKDOWN, ''));
      if (locale) found.add(locale);
    }
  }
  return found;
}

function basesOf(root: string): string[] {
  const parts = root ? root.split('/') : [];
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}

function isBelow(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}
