import { withoutMarks } from './words.ts';

/** What the search knows of a language. */
export interface Language {
  /** What the forms of a word have in common, e.g. `kundig` of `kündigen` and `kündigend`. */
  stemOf(word: string): string;
  /** Letters that may stand between the parts of a compound word; `undefined` where words are not joined. */
  joints?: readonly string[];
}

type Stemmer = (word: string) => string;

/** Snowball's stemmers, each loaded only where its language is searched. */
const STEMMERS: Record<string, () => Promise<{ stemmer: Stemmer }>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};
/** Languages that go by another code. */
const SAME: Record<string, string> = { nb: 'no', nn: 'no' };

const JOINTS: Record<string, readonly string[]> = {
  da: ['', 's', 'e'],
  de: ['', 's', 'es', 'n', 'en', 'er', 'e'],
  fi: ['', 'n'],
  nl: ['', 's', 'e', 'en'],
  no: ['', 's', 'e'],
  sv: ['', 's'],
};

/** Loads what is known of a language. One without a stemmer is searched by its words as they are. */
export async function loadLanguage(locale: string): Promise<Language> {
  const [code = ''] = locale.toLowerCase().split(/[-_]/);
  const language = SAME[code] ?? code;
  const stem = safe((await STEMMERS[language]?.())?.stemmer);
  const known = new Map<string, string>();
  return {
    stemOf(word) {
      let stemmed = known.get(word);
      if (stemmed === undefined) {
        stemmed = withoutMarks(stem(word));
        if (language === 'de') stemmed = germanVerb(stemmed, stem);
        known.set(word, stemmed);
      }
      return stemmed;
    },
    ...(JOINTS[language] ? { joints: JOINTS[language] } : {}),
  };
}

/** A stemmer that leaves a word as it is where there is none for the language, or where it would leave nothing of it. */
function safe(stemmer: Stemmer | undefined): Stemmer {
  if (!stemmer) return (word) => word;
  return (word) => {
    try {
      return stemmer(word) || word;
    } catch {
      // The one of Bulgarian writes into strings, which throws in modules: at `компютър`, for one.
      return word;
    }
  };
}

const SEPARABLE = '(?:ab|an|auf|aus|ein|hinzu|hin|los|mit|nach|um|vor|weg|zuruck)';
// `Gesicht` and `Gedicht` are no participles: they would become `sich` and `dich`.
const PARTICIPLE = new RegExp(`^(?:(${SEPARABLE})ge(.{3,}?)|ge(?![^aeiou]+icht$)(.{4,}?))e?t$`);
const INFINITIVE = new RegExp(`^(${SEPARABLE})zu(.{3,})$`);

/**
 * German puts letters before the stem of a verb or into it, which Snowball leaves there.
 *
 * @param word stemmed once, without accents, e.g. `abgemeldet` or `abzumeld`, which both become `abmeld`
 */
function germanVerb(word: string, stem: Stemmer): string {
  const verb = word.replace(PARTICIPLE, '$1$2$3').replace(INFINITIVE, '$1$2');
  return verb === word ? word : stem(verb);
}
