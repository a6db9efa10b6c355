import { type Figures, pooled } from './figures.ts';
import type { Line } from './report.ts';

/** Every query of every set. */
export const ALL = 'all';

/** What was measured, by set, by how the questions were put, and by search. */
export class Measurements {
  readonly #figures = new Map<string, Figures>();
  readonly #sets = new Set<string>();
  readonly #families: ReadonlyMap<string, readonly string[]>;

  /** @param families names of sets that are also reported as one */
  constructor(families: ReadonlyMap<string, readonly string[]>) {
    this.#families = families;
  }

  add(set: string, variant: string, column: string, figures: Figures): void {
    this.#sets.add(set);
    this.#figures.set(key(set, variant, column), figures);
  }

  /** @param set name of a set, of a family of sets, or `all` */
  figures(set: string, variant: string, column: string): Figures | undefined {
    const own = this.#figures.get(key(set, variant, column));
    if (own) return own;
    const members = set === ALL ? [...this.#sets] : (this.#families.get(set) ?? []);
    const parts = members.flatMap((member) => this.#figures.get(key(member, variant, column)) ?? []);
    return parts.length > 0 ? pooled(parts) : undefined;
  }

  /** A line for each set, each family, and all of them, where there is something to say. */
  lines(variant: string, columns: readonly string[]): Line[] {
    return [...this.#sets, ...this.#families.keys(), ALL]
      .map((name) => ({ name, columns: columns.map((column) => this.figures(name, variant, column)) }))
      .filter((line) => line.columns.some((figures) => figures !== undefined && figures.queries > 0));
  }
}

function key(...parts: string[]): string {
  return parts.join('\n');
}
