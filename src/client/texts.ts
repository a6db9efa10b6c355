import { fillIn } from './fill-in.ts';

/** The texts of the interface that a script says, in the language of the page. */
export interface ScriptTexts {
  /** A text with its `{places}` filled in. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The form of a text that the language uses for a number, `{count}` filled in. */
  count(key: string, count: number, values?: Readonly<Record<string, string | number>>): string;
}

/** Reads the texts that an element carries for its script in `data-texts`. */
export function textsOf(element: HTMLElement): ScriptTexts {
  const texts = JSON.parse(element.dataset.texts ?? '{}') as Record<string, string>;
  const { lang } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  const t: ScriptTexts['t'] = (key, values = {}) => fillIn(texts[key] ?? key, values);
  return {
    t,
    count(key, count, values = {}) {
      const form = `${key}.${plural.select(count)}`;
      return t(form in texts ? form : `${key}.other`, { ...values, count: number.format(count) });
    },
  };
}
