import type { AsideSummary } from './feedback.ts';
import { compareText } from './text-order.ts';

/** Counts what was set aside, one submission at a time or in sums that a database has made, in any order. */
export class AsideCounts {
  readonly #counts = new Map<string, AsideSummary>();

  add({ kind, article, locale, reason }: Omit<AsideSummary, 'count'>, count = 1): void {
    const key = `${kind} ${article ?? ''} ${locale} ${reason}`;
    const known = this.#counts.get(key);
    if (known) known.count += count;
    else this.#counts.set(key, { kind, ...(article !== undefined && { article }), locale, reason, count });
  }

  /** By article, language, kind and reason; what is about no article comes first. */
  inOrder(): AsideSummary[] {
    return [...this.#counts.values()].sort(
      (a, b) =>
        compareText(a.article ?? '', b.article ?? '') ||
        compareText(a.locale, b.locale) ||
        compareText(a.kind, b.kind) ||
        compareText(a.reason, b.reason),
    );
  }
}
