import type { Mark } from './client-marks.ts';
import { createShortMemory } from './short-memory.ts';

/** Gives the same form of the same reader the same id, so that sending it again counts once. */
export interface SameForms {
  /** @param form the client with all that the form says */
  idOf(form: Mark, newId: () => string, at: number): string;
  /** The submission was changed or taken back: the same form says something again. */
  forget(id: string, at: number): void;
  sweep(at: number): void;
}

/** For how long a form sent again is taken for the same, in milliseconds: as long as somebody waits and reloads. */
const SPAN = 5 * 60_000;

/**
 * A plain form has no id of its own: reloading the page of thanks would make a second vote of it.
 *
 * @example
 * const forms = createSameForms();
 */
export function createSameForms(most = 10_000): SameForms {
  const ids = createShortMemory<string>({ most, milliseconds: SPAN });
  const forms = createShortMemory<string>({ most, milliseconds: SPAN });

  return {
    idOf(form, newId, at) {
      const known =
        ids.recall(form.today, at) ??
        (form.yesterday === undefined ? undefined : ids.recall(form.yesterday, at));
      const id = known ?? newId();
      if (form.yesterday !== undefined) ids.forget(form.yesterday);
      ids.remember(form.today, id, at);
      forms.remember(id, form.today, at);
      return id;
    },
    forget(id, at) {
      const form = forms.recall(id, at);
      if (form === undefined) return;
      ids.forget(form);
      forms.forget(id);
    },
    sweep(at) {
      ids.sweep(at);
      forms.sweep(at);
    },
  };
}
