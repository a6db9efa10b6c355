import { ASIDE, type Aside, type Submission } from '../feedback.ts';

type Kind = Submission['type'];

/** How many submissions were set aside for one reason: they are kept, and in no other figure. */
export interface AsideFigure {
  reason: Aside;
  votes: number;
  /** Survey sheets. */
  sheets: number;
  /** Views, searches, results taken and ways to a person. */
  signals: number;
}

const MEASURES = { vote: 'votes', answers: 'sheets', signal: 'signals' } as const satisfies Record<
  Kind,
  keyof AsideFigure
>;

/** Counts what was set aside. */
export class AsideTally {
  readonly #counts = new Map<Aside, AsideFigure>();

  add(kind: Kind, reason: Aside, count: number): void {
    const figure = this.#counts.get(reason) ?? { reason, votes: 0, sheets: 0, signals: 0 };
    figure[MEASURES[kind]] += count;
    this.#counts.set(reason, figure);
  }

  /** In the order of {@link ASIDE}. */
  figures(): AsideFigure[] {
    return ASIDE.flatMap((reason) => this.#counts.get(reason) ?? []);
  }
}
