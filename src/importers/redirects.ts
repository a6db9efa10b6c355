import path from 'node:path/posix';
import { visit } from 'unist-util-visit';
import { addressOfPath } from '../core/link-target.ts';
import { siteAddresses } from '../core/site-addresses.ts';
import type { AddressBook } from './address-book.ts';
import type { SourceDocument } from './document.ts';
import type { Layout } from './layout.ts';
import type { Loss } from './loss.ts';
import type { Target } from './plan.ts';
import type { PreparedDocument } from './prepared-document.ts';
import type { SiteConfig } from './site-config.ts';

/**
 * Addresses on the old site that must lead to the new articles: those that the front matter names, else the one that
 * follows from the document's path. Below which folder addresses begin is known from the settings of the system, or
 * from the links between the documents; where neither says it, no address is guessed.
 * Of two documents that claim an address, the one in the source's language has it.
 */
export function earlierAddresses(
  prepared: readonly PreparedDocument[],
  targets: ReadonlyMap<SourceDocument, Target>,
  book: AddressBook,
  layout: Layout,
  config: SiteConfig,
  locales: readonly string[],
  losses: Loss[],
): Map<SourceDocument, string[]> {
  const base = baseBySystem(layout, config) ?? baseByLinks(prepared, book);
  const files = [...targets.values()].map(({ path: file }) => file);
  const standing = new Set([
    ...files.map((file) => addressOfPath(file)),
    ...siteAddresses({ site: { locales }, articles: files.map(placeOf), categories: [] }),
  ]);
  const claimed = new Map<string, SourceDocument>();
  const earlier = new Map<SourceDocument, string[]>();
  const byLocale = prepared.toSorted(
    (a, b) => locales.indexOf(a.document.locale) - locales.indexOf(b.document.locale),
  );
  for (const { document, mapped } of byLocale) {
    const target = targets.get(document);
    if (!target || document.fragment !== undefined) continue;
    const named = mapped.addresses.flatMap((written) => addressFrom(written) ?? []);
    const isPermanent = named.length > 0 && hasPermanentAddress(document);
    const addresses = new Set(isPermanent ? named : [...named, ...computed(document, mapped.slug)]);
    for (const address of addresses) {
      const other = claimed.get(address);
      if (other) {
        const key = Object.keys(document.keyLines).find((one) =>
          /path|permalink|url|aliases|redirect/i.test(one),
        );
        const line = document.keyLines[key ?? ''] ?? 1;
        const message = `The address \`${address}\` already leads to ${other.file}; it is left out here.`;
        losses.push({ kind: 'address', file: document.file, line, message });
      }
      if (other || standing.has(address)) addresses.delete(address);
      else claimed.set(address, document);
    }
    earlier.set(document, [...addresses]);
  }
  return earlier;

  function computed(document: SourceDocument, slug: string | undefined): string[] {
    if (base === undefined) return [];
    const address = book.addressBelow(base, document, slug);
    return address === '/' || /[\s?#]/.test(address) ? [] : [address];
  }
}

/** Language and category of a file such as `de/faq/overview.md`. */
function placeOf(file: string): { locale: string; category: string } {
  const [locale = '', category = ''] = file.split('/');
  return { locale, category };
}

/** Does the front matter say at which address the document itself stands, rather than where it once stood? */
function hasPermanentAddress({ frontmatter }: SourceDocument): boolean {
  return ['path', 'permalink', 'url'].some((key) => typeof frontmatter[key] === 'string');
}

/** An address without its site, with a slash at its end unless it names a file; `undefined` for patterns and the top. */
function addressFrom(written: string): string | undefined {
  const plain = written.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
  if (plain === '' || plain === '/' || /\s|\/:/.test(plain)) return undefined;
  const address = path.join('/', plain);
  return /\.\w+$/.test(address) || address.endsWith('/') ? address : `${address}/`;
}

function baseBySystem({ bases }: Layout, { system }: SiteConfig): string | undefined {
  if (system === 'hugo' || system === 'zola') return bases.find((base) => /(^|\/)content$/.test(base));
  if (system === 'docusaurus')
    return bases.find((_, index) => index > 0 && bases[index - 1]?.endsWith('docs'));
  return undefined;
}

function baseByLinks(prepared: readonly PreparedDocument[], book: AddressBook): string | undefined {
  const votes = new Map<string, number>();
  for (const { tree } of prepared) {
    visit(tree, (node) => {
      if ((node.type !== 'link' && node.type !== 'definition') || !/^@?\//.test(node.url)) return;
      const base = book.baseOf(node.url);
      if (base !== undefined) votes.set(base, (votes.get(base) ?? 0) + 1);
    });
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}
