import { z } from 'zod';
import { ARTICLE_TYPES, type ArticleType, LEVELS, type Level } from './article-kinds.ts';
import type { Day } from './calendar.ts';
import { day, duration, id, text } from './fields.ts';
import { versionName } from './products.ts';

export { ARTICLE_TYPES, type ArticleType, LEVELS, type Level };

/** A fact outside the article on which its answer rests. */
const dependency = z.union(
  [
    z.strictObject({
      /** A file in the content folder, e.g. `{ file: prices.yaml }`. */
      file: text,
    }),
    z.strictObject({
      /** A product and the version that the article describes, e.g. `{ product: app, version: "2.4" }`. */
      product: text,
      version: versionName,
    }),
    z.strictObject({
      /** An address whose content the article repeats, e.g. `{ url: "https://example.com/terms" }`. */
      url: z.url(),
    }),
  ],
  'must name a `file`, a `product` with its `version` in quotation marks, or a `url`',
);

/** Everything that a writer may say about an article above its text. */
export const frontmatterSchema = z.strictObject({
  /** The question or task, as a customer would put it. Also the page's heading. E.g. `Cancel your contract` */
  title: text.max(120, 'must be at most 120 characters long'),
  /** One or two sentences that search results show. E.g. `How to end your contract, and by when.` */
  description: text.max(320, 'must be at most 320 characters long'),
  /** The kind of answer: `faq`, `how-to`, `troubleshooting` or `reference`. */
  type: z.enum(ARTICLE_TYPES, `must be one of ${ARTICLE_TYPES.join(', ')}`),
  /** Stable name across renames and languages; without it, category and file name. E.g. `billing/refund` */
  id: id.optional(),
  /** Whom the article is written for: `beginner`, `experienced` or `expert`. */
  level: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).optional(),
  /** How customers ask for it, in their own words. E.g. `[How do I get my money back?]` */
  questions: z.array(text, 'must be a list of questions').default([]),
  /** Words that group articles. E.g. `[refund, payment]` */
  tags: z.array(text, 'must be a list of words').default([]),
  /** Who keeps the article right: a team or an e-mail address. E.g. `billing-team` */
  owner: text.optional(),
  /** Last day on which a person confirmed the answer. E.g. `2026-03-01` */
  reviewed: day.optional(),
  /** How long a review lasts; without it, the site's setting for the type. E.g. `6 months` */
  reviewEvery: duration.optional(),
  /** Facts that outdate the review when they change. E.g. `[{ product: app, version: "2.4" }]` */
  dependsOn: z.array(dependency, 'must be a list').default([]),
  /** Pictures of a product's screens. E.g. `[{ image: images/pay.png, screen: app/billing, taken: 2026-03-01 }]` */
  screenshots: z
    .array(
      z.strictObject(
        {
          /** The picture, as the text names it. E.g. `images/pay.png` */
          image: text,
          /** Product and screen, as products.yaml names them. E.g. `app/billing` */
          screen: text.regex(/^[^/\s]+\/[^/\s]+$/, 'must name a product and its screen, e.g. app/billing'),
          /** Day on which it was taken; without it, the day of the last commit of the picture. E.g. `2026-03-01` */
          taken: day.optional(),
        },
        'must give `image` and `screen`',
      ),
      'must be a list',
    )
    .default([]),
  /** Rules of the audit that leave this article alone. E.g. `[{ rule: readability, reason: legal text }]` */
  silence: z
    .array(
      z.strictObject(
        {
          /** Name of the rule. E.g. `readability` */
          rule: text,
          /** Why, for those who come later. E.g. `The wording is prescribed by law.` */
          reason: text,
        },
        'must give `rule` and `reason`',
      ),
      'must be a list',
    )
    .default([]),
  /** The article that this one translates, at the revision that was translated. */
  translates: z
    .strictObject(
      {
        /** Id of the source article. E.g. `billing/refund` */
        id,
        /** Revision of the source; `npm run check -- --revisions` prints it. E.g. `b3f9a1c0b7d2` */
        revision: text.regex(/^[0-9a-f]{12}$/, 'must be a revision of 12 characters, e.g. b3f9a1c0b7d2'),
      },
      'must give `id` and `revision` of the source',
    )
    .optional(),
  /** `true` keeps the article out of the published site; `npm run dev` shows it. */
  draft: z.boolean('must be true or false').default(false),
  /** First day on which the article is published. E.g. `2026-12-01` */
  publishAt: day.optional(),
  /** First day on which the article is no longer published. E.g. `2027-01-01` */
  expiresAt: day.optional(),
  /** Earlier addresses that lead here. E.g. `[/en/billing/money-back/]` */
  redirectFrom: z
    .array(
      text.regex(/^\/[^\s?#]*$/, 'must be an address on this site that begins with /'),
      'must be a list of addresses',
    )
    .default([]),
  /** Place in its category: small numbers first, then by title. E.g. `1` */
  order: z.int('must be a whole number').optional(),
  /** `true` shows the article on the home page. */
  featured: z.boolean('must be true or false').default(false),
});
export type Frontmatter = z.infer<typeof frontmatterSchema>;

/** Pictures that a category may carry on the home page. */
export const CATEGORY_ICONS = [
  'book',
  'chart',
  'chat',
  'compass',
  'gear',
  'globe',
  'key',
  'lock',
  'pen',
  'person',
  'rocket',
  'search',
  'server',
  'star',
  'truck',
  'wallet',
] as const;
export type CategoryIcon = (typeof CATEGORY_ICONS)[number];

/** What the `index.md` of a category's folder may say. */
export const categoryFrontmatterSchema = z.strictObject({
  /** The category's name. E.g. `Billing` */
  title: text.max(80, 'must be at most 80 characters long'),
  /** One sentence on what is in it. */
  description: text.max(320, 'must be at most 320 characters long'),
  /** The same in every language; without it, the folder's name. E.g. `billing` */
  id: id.optional(),
  /** Place on the home page: small numbers first, then by title. E.g. `1` */
  order: z.int('must be a whole number').optional(),
  /** Picture on the home page. */
  icon: z.enum(CATEGORY_ICONS, `must be one of ${CATEGORY_ICONS.join(', ')}`).default('book'),
});

/** A folder of articles in one language. */
export interface Category {
  /** The same in every language, e.g. `billing`. */
  id: string;
  locale: string;
  /** Name of the folder, as it stands in addresses, e.g. `abrechnung`. */
  folder: string;
  title: string;
  description: string;
  order?: number;
  icon: CategoryIcon;
}

export interface Heading {
  /** 1 to 6. */
  depth: number;
  text: string;
  /** What stands after `#` in a link to it. */
  anchor: string;
  line: number;
}

export interface Link {
  /** As written, e.g. `../billing/refund.md#deadline`. */
  target: string;
  line: number;
}

export interface Image {
  source: string;
  /** Alternative text; empty where there is none. */
  alternative: string;
  line: number;
}

/** The text under one heading; the first has no heading. */
export interface Section {
  heading?: Heading;
  text: string;
  /** What of heading and text is set as code, in order; missing where nothing is. */
  code?: string[];
}

/** A paragraph, or an item of a list, as far as it is running text: without code. */
export interface Passage {
  text: string;
  line: number;
}

/** What the Markdown of an article holds, read once. */
export interface Outline {
  headings: Heading[];
  /** Places that HTML or components name, to which links may lead besides the headings. */
  anchors: string[];
  links: Link[];
  images: Image[];
  sections: Section[];
  /** Its running text, without headings, tables and code. */
  passages?: Passage[];
}

/** One article in one language, as read from its file. */
export interface Article {
  /** The same in every language and after a rename, e.g. `billing/refund`. */
  id: string;
  locale: string;
  /** Name of the category's folder, e.g. `abrechnung`. */
  category: string;
  /** Name of the file without its ending; the last part of the address. */
  slug: string;
  /** Path inside the content folder, e.g. `de/abrechnung/erstattung.md`. */
  path: string;
  frontmatter: Frontmatter;
  /** Line of each top-level frontmatter key in the file. */
  lines: Readonly<Record<string, number>>;
  /** Line on which the text begins, below the frontmatter. */
  bodyLine: number;
  outline: Outline;
  /** Twelve hexadecimal digits that change with the article's words, not with its formatting. */
  revision: string;
  /** Day of the last commit that touched the file, where git knows one. */
  updated?: Day;
}

/** Is the article part of the published site on this day? */
export function isPublished({ draft, publishAt, expiresAt }: Frontmatter, today: Day): boolean {
  return !draft && (!publishAt || publishAt <= today) && (!expiresAt || today < expiresAt);
}

/** The article's address on the site, without the site's base. */
export function addressOf(article: Pick<Article, 'locale' | 'category' | 'slug'>): string {
  return `/${article.locale}/${article.category}/${article.slug}/`;
}
