import { z } from 'zod';
import type { ArticleType } from './article.ts';
import { day, duration, locale, localized, origin, text, webAddress } from './fields.ts';

/** A way to a person. Its `value` is an address, a number, or a link. */
const channel = z.strictObject({
  /** `email`, `phone`, `chat`, `form` or `visit`. */
  kind: z.enum(['email', 'phone', 'chat', 'form', 'visit'], 'must be one of email, phone, chat, form, visit'),
  /** What to write to, call or open. E.g. `help@example.com`, `+49 30 123456`, `https://example.com/chat` */
  value: text,
  /** Name of the channel. E.g. `{ de: E-Mail an den Kundendienst, en: E-mail our support }` */
  label: localized,
  /** When somebody answers. E.g. `{ de: Mo–Fr 9–17 Uhr, en: Mon–Fri 9 am–5 pm }` */
  hours: localized.optional(),
});
export type Channel = z.infer<typeof channel>;

/** Where a reader may be asked to fill in the survey. */
export const INVITATIONS = ['vote', 'corner', 'contact'] as const;
export type Invitation = (typeof INVITATIONS)[number];

/** Says the bounds whatever is wrong: of 2 nobody would believe that it is no number. */
function numberFrom(least: number, most: number) {
  const must = `must be a number from ${least} to ${most}`;
  return z.number(must).min(least, must).max(most, must);
}

function wholeNumberFrom(least: number, most: number) {
  const must = `must be a whole number from ${least} to ${most}`;
  return z.int(must).min(least, must).max(most, must);
}

/** How long a review lasts where an article does not say so itself. */
const reviewEvery = z.strictObject({
  faq: duration.default('12 months'),
  'how-to': duration.default('6 months'),
  troubleshooting: duration.default('6 months'),
  reference: duration.default('12 months'),
} satisfies Record<ArticleType, unknown>);

/** `site.yaml`: everything that holds for the whole help centre. */
export const siteSchema = z.strictObject({
  /** Name of the help centre. E.g. `{ de: Hilfe, en: Help }` */
  title: localized,
  /** One sentence under the name on the home page. */
  tagline: localized.optional(),
  /** Where the site will stand. E.g. `https://help.example.com` or `https://example.com/help` */
  url: webAddress,
  /** Languages of the site; the first is the one that readers get who speak none of them. E.g. `[de, en]` */
  locales: z
    .array(locale, 'must be a list of languages, e.g. [de, en]')
    .min(1, 'must name at least one language')
    .refine((locales) => new Set(locales).size === locales.length, 'must name each language once'),
  /** The company whose help centre this is, for the foot of the page. */
  company: z
    .strictObject({
      name: text,
      url: webAddress.optional(),
    })
    .optional(),
  brand: z
    .strictObject({
      /** A picture in `public/` for the head of the page. E.g. `/logo.svg` */
      logo: text.optional(),
      /** The company's colour. It must be readable as text on white. E.g. `#0b5cad` */
      accent: text
        .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0b5cad')
        .refine(isReadableOnWhite, 'is too light: text in this colour would not be readable on white')
        .optional(),
    })
    .default({}),
  /** Ways to a person, the best first. */
  contact: z.array(channel, 'must be a list of ways to a person').default([]),
  /** A notice on top of every page, for outages and holidays. */
  banner: z
    .strictObject({
      text: localized,
      kind: z.enum(['info', 'warning'], 'must be info or warning').default('info'),
      /** First and last day on which it is shown. */
      from: day.optional(),
      until: day.optional(),
      /** Where it leads. E.g. `https://status.example.com` */
      link: webAddress.optional(),
    })
    .optional(),
  /** Where writers edit an article; `{path}` is replaced. E.g. `https://github.com/example/help/edit/main/content/{path}` */
  editUrl: text
    .refine((url) => url.includes('{path}'), 'must hold {path}, which stands for the article')
    .optional(),
  /** Where the collector runs, if not beside the site. E.g. `https://feedback.example.com` */
  collector: webAddress.optional(),
  /** Sites that may show the help centre within their own pages; without it, none. E.g. `[https://app.example.com]` */
  embed: z.array(origin, 'must be a list of sites, e.g. [https://app.example.com]').default([]),
  /** What the site asks its readers, and for how long answers are kept. */
  feedback: z
    .strictObject({
      votes: z.boolean('must be true or false').default(true),
      survey: z.boolean('must be true or false').default(true),
      signals: z.boolean('must be true or false').default(true),
      /** How readers are asked to fill in the survey, besides its own page. */
      invite: z
        .strictObject({
          /** After a `vote`, in the `corner` below an article, after a way to a person (`contact`). E.g. `[vote, corner]` */
          at: z
            .array(
              z.enum(INVITATIONS, `must be one of ${INVITATIONS.join(', ')}`),
              'must be a list, e.g. [vote, contact]',
            )
            .default(['vote']),
          /** Share of visits in which a reader may be asked at all. E.g. `0.25` */
          share: numberFrom(0, 1).default(1),
        })
        .prefault({}),
      /** Votes, answers and signals older than this are deleted. E.g. `24 months` */
      keep: duration.default('24 months'),
    })
    .prefault({}),
  reviewEvery: reviewEvery.prefault({}),
  /** Where the audit draws its lines. */
  limits: z
    .strictObject({
      /** An article that helps a smaller share of its readers than this is unhelpful. */
      helpfulShare: numberFrom(0.05, 0.95).default(0.6),
      /** Expected share of wrongly listed articles in the list of unhelpful ones. */
      falseShare: numberFrom(0.001, 0.5).default(0.05),
      /** How sure the audit must be that an edit helped or hurt before it says so. */
      changeConfidence: numberFrom(0.5, 0.999).default(0.9),
      /** A share of helped readers that is smaller than it was by so much has fallen. */
      fall: numberFrom(0.05, 0.5).default(0.2),
      /** More voters than this share who give the same reason are too many. */
      reasonShare: numberFrom(0.01, 0.5).default(0.1),
      /** An article from which a larger share of its readers looks for a person, and twice the usual, is a dead end. */
      contactShare: numberFrom(0.005, 0.9).default(0.05),
      /** From which likeness on two texts answer the same question, where 1 is the same words. */
      likeness: numberFrom(0.3, 1).default(0.6),
      /** Reading ease, in each language, under which a text is hard to read: 60 is plain, under 30 is for scholars. */
      readingEase: z
        .strictObject({
          en: numberFrom(0, 100).default(30),
          de: numberFrom(0, 100).default(20),
        })
        .prefault({}),
      /** More words in a sentence than this, on average, make a text hard to read. */
      sentenceLength: wholeNumberFrom(8, 60).default(25),
      /** Share of good answers that a level of the survey needs. */
      levelShare: numberFrom(0.05, 0.95).default(0.7),
      /** So many searches for the same thing, of which too many led to no article, are a gap. */
      gapSearches: z
        .int('must be a whole number')
        .min(5, 'must be at least 5: fewer searches might tell who typed them')
        .max(100_000)
        .default(5),
    })
    .prefault({}),
  /** How the audit speaks of what it finds. */
  audit: z
    .strictObject({
      /** Severity of all findings of a rule: error, warning, hint, or off. E.g. `{ readability: off }` */
      severity: z
        .record(text, z.enum(['error', 'warning', 'hint', 'off'], 'must be error, warning, hint or off'))
        .default({}),
      /** At most so many new tasks are opened for one owner within a week. */
      newTasksPerWeek: wholeNumberFrom(1, 1000).default(10),
      /** Accounts on GitHub or GitLab that get the tasks of an owner. E.g. `{ billing-team: octocat }` */
      assignees: z
        .record(
          text,
          text.regex(/^@?[\w.-]+$/, 'must be the name of an account, e.g. octocat'),
          'must give an account for each owner, e.g. { billing-team: octocat }',
        )
        .default({}),
    })
    .prefault({}),
});
export type Site = z.infer<typeof siteSchema>;

/** The text in a language, or in the site's first language where it is missing. */
export function inLocale(texts: Record<string, string>, wanted: string, fallback?: string): string {
  // What is wanted may be what a stranger sent, such as `__proto__`.
  if (Object.hasOwn(texts, wanted)) return texts[wanted] ?? '';
  return (fallback && texts[fallback]) ?? Object.values(texts)[0] ?? '';
}

/** Contrast of at least 4.5 to 1 on white (WCAG 2.2, success criterion 1.4.3). */
function isReadableOnWhite(colour: string): boolean {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (channels[0] ?? 1) + 0.7152 * (channels[1] ?? 1) + 0.0722 * (channels[2] ?? 1);
  return 1.05 / (luminance + 0.05) >= 4.5;
}
