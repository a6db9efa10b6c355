import path from 'node:path/posix';
import type { SourceDocument } from './document.ts';
import { splitSuffix } from './language.ts';
import type { Layout } from './layout.ts';

/** Finds the document that a link of the old system leads to. */
export class AddressBook {
  readonly #layout: Layout;
  /** By the document's path without ending, language and `index`. */
  readonly #byPath = new Map<string, SourceDocument[]>();
  /** By the address on the old site, below any of the layout's bases. */
  readonly #byAddress = new Map<string, { document: SourceDocument; base?: string }[]>();
  readonly #byFragment = new Map<string, SourceDocument>();

  /** @param named addresses that a document's front matter names, and its slug */
  constructor(
    documents: readonly SourceDocument[],
    layout: Layout,
    named: (document: SourceDocument) => { addresses: readonly string[]; slug?: string },
  ) {
    this.#layout = layout;
    for (const document of documents) {
      if (document.fragment) {
        this.#byFragment.set(`${document.file}#${document.fragment}`, document);
        continue;
      }
      add(this.#byPath, pathKey(document.file), document);
      const { addresses, slug } = named(document);
      for (const address of addresses) add(this.#byAddress, addressKey(address), { document });
      for (const base of layout.bases) {
        for (const address of this.#addressesBelow(base, document, slug)) {
          add(this.#byAddress, addressKey(address), { document, base });
        }
      }
    }
  }

  /** The document at a target as written, without its anchor; in the language of the page that links, if there is one. */
  find(target: string, from: SourceDocument): SourceDocument | undefined {
    const place = decode(target.replace(/[?#].*$/s, ''));
    if (place === '') return undefined;
    const wanted = splitSuffix(place.replace(/\.\w+$/, '')).locale ?? from.locale;
    if (place.startsWith('@/')) return this.#choose(this.#named(place.slice(2)), wanted);
    if (place.startsWith('/')) return this.#choose(this.#at(place), wanted);
    const beside = path.join(path.dirname(from.file), place);
    const found = this.#byPath.get(pathKey(beside)) ?? this.#byPath.get(pathKey(this.#untranslated(beside)));
    if (found) return this.#choose(found, wanted);
    for (const base of this.#layout.bases) {
      const own = this.#addressesBelow(base, from, undefined)[0] ?? '/';
      const there = this.#choose(this.#at(path.join(own, place)), wanted);
      if (there) return there;
    }
    return undefined;
  }

  /** The path below the root that a path in the folder of a language stands for. */
  #untranslated(file: string): string {
    for (const folder of this.#layout.localeFolders.keys()) {
      if (file.startsWith(`${folder}/`)) return path.join(this.#layout.root, file.slice(folder.length + 1));
    }
    return file;
  }

  /** The document of a fragment in the same file of data. */
  findFragment(fragment: string, from: SourceDocument): SourceDocument | undefined {
    return from.fragment ? this.#byFragment.get(`${from.file}#${fragment}`) : undefined;
  }

  /** The base below which an absolute link of the source finds its document, if any. */
  baseOf(target: string): string | undefined {
    if (target.startsWith('@/')) {
      return this.#layout.bases.find((base) =>
        this.#byPath.has(pathKey(path.join(base, decode(target.slice(2))))),
      );
    }
    return this.#byAddress.get(addressKey(target))?.find(({ base }) => base !== undefined)?.base;
  }

  /** The address of a document on the old site, as far as it follows from its path below a base. */
  addressBelow(base: string, document: SourceDocument, slug: string | undefined): string {
    const [address = '/'] = this.#addressesBelow(base, document, slug);
    return address === '/' ? address : `${address}/`;
  }

  /** First the address itself, then other ways in which links may write it. */
  #addressesBelow(base: string, document: SourceDocument, slug: string | undefined): string[] {
    const { root, defaultLocale } = this.#layout;
    const above = root.slice(base.length).split('/').filter(Boolean);
    const parts = [...above, ...document.parts];
    const withSlug = addressParts(above, document.parts, slug);
    const plain = `/${withSlug.join('/')}`;
    const prefixed = `/${[document.locale, ...withSlug].join('/')}`;
    const [first, second] = document.locale === defaultLocale ? [plain, prefixed] : [prefixed, plain];
    const raw = `/${pathKey(document.file).slice(base ? base.length + 1 : 0)}`;
    return [first, second, `/${parts.join('/')}`, raw];
  }

  #at(address: string): SourceDocument[] | undefined {
    return this.#byAddress.get(addressKey(address))?.map(({ document }) => document);
  }

  /** Templates name documents by their path below a base, or by the end of it. */
  #named(name: string): SourceDocument[] | undefined {
    for (const base of this.#layout.bases) {
      const found = this.#byPath.get(pathKey(path.join(base, name)));
      if (found) return found;
    }
    const end = `/${pathKey(name)}`;
    const matches = [...this.#byPath].filter(([key]) => key.endsWith(end));
    return matches.length === 1 ? matches[0]?.[1] : undefined;
  }

  #choose(found: readonly SourceDocument[] | undefined, locale: string): SourceDocument | undefined {
    const inLocale = (wanted: string) => found?.find((document) => document.locale === wanted);
    return inLocale(locale) ?? inLocale(this.#layout.defaultLocale) ?? found?.[0];
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A slug stands for the last part of the path, or, if it begins with a slash, for all of it. */
function addressParts(above: readonly string[], parts: readonly string[], slug = ''): string[] {
  if (slug.startsWith('/')) return [...above, ...slug.split('/').filter(Boolean)];
  return slug && !slug.includes('/') && parts.length > 0
    ? [...above, ...parts.slice(0, -1), slug]
    : [...above, ...parts];
}

/** `docs/refund/index.de.md` and `docs/refund` are the same path. */
function pathKey(file: string): string {
  const { stem } = splitSuffix(file.replace(/\.(?:md|mdx|markdown|html?)$/i, ''));
  return stem
    .replace(/(^|\/)(?:_?index|readme)$/i, '$1')
    .replace(/^\.?\/+|\/+$/g, '')
    .toLowerCase();
}

/** `/refund/`, `/refund` and `/refund/index.html` are the same address. */
function addressKey(address: string): string {
  const plain = decode(address.replace(/[?#].*$/s, '')).replace(/^https?:\/\/[^/]+/, '');
  return `/${pathKey(plain)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
