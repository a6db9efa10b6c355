import path from 'node:path';
import { parse } from 'yaml';
import { type Question, surveySchema } from '../../src/core/survey/survey.ts';
import { buildSite } from '../../src/site/build.ts';
import { articleText, writeContent } from '../content-folder.ts';
import { type ServedSite, serveSite } from './served-site.ts';

const TOKEN = 'a-token-for-the-tests';

const SITE = `title: { en: Help, de: Hilfe }
url: https://help.example.com
locales: [en, de]
`;

const ENDS = 'ends: { low: { en: never, de: nie }, high: { en: always, de: immer } }';

/** A survey with one question for each thing that the page can do. */
const SURVEY = `title: { en: How are we doing?, de: Wie zufrieden sind Sie? }
introduction: { en: A few questions., de: Ein paar Fragen. }
thanks: { en: Thank you for your answers., de: Danke für Ihre Antworten. }
levels:
  accuracy:
    title: { en: Accuracy, de: Genauigkeit }
    description: { en: Is it right?, de: Stimmt es? }
    order: shuffled
  availability:
    title: { en: Availability, de: Verfügbarkeit }
    description: { en: Is it there?, de: Ist es da? }
  partnership:
    title: { en: Partnership, de: Partnerschaft }
    description: { en: Are we with you?, de: Sind wir bei Ihnen? }
  expertise:
    title: { en: Expertise, de: Expertise }
    description: { en: Do you learn?, de: Lernen Sie? }
questions:
${['one', 'two', 'three', 'four', 'five', 'six']
  .map(
    (name) => `  - id: right-${name}
    level: accuracy
    kind: scale
    text: { en: Was answer ${name} right?, de: War Antwort ${name} richtig? }
    ${ENDS}
`,
  )
  .join('')}
  - id: reached
    level: availability
    kind: scale
    text: { en: Did you reach a person?, de: Haben Sie jemanden erreicht? }
    ${ENDS}
  - id: why-not
    level: availability
    kind: text
    text: { en: What kept you from it?, de: Was hat Sie gehindert? }
    shownIf: { question: reached, is: [1, 2] }
  - id: with-you
    level: partnership
    kind: csat
    required: true
    text: { en: Are we on your side?, de: Sind wir auf Ihrer Seite? }
    ${ENDS}
  - id: deeper
    level: expertise
    kind: scale
    text: { en: Do we go deep enough?, de: Gehen wir tief genug? }
    ${ENDS}
    shownIf: { level: [expert] }
  - id: invoice
    kind: scale
    text: { en: Was the invoice clear?, de: War die Rechnung klar? }
    ${ENDS}
    shownIf: { category: [billing] }
  - id: recommend
    kind: nps
    text: { en: Would you recommend us?, de: Würden Sie uns empfehlen? }
    ${ENDS}
  - id: used
    kind: several-of
    text: { en: What have you used?, de: Was haben Sie benutzt? }
    options:
      - { id: search, text: { en: The search, de: Die Suche } }
      - { id: topics, text: { en: The topics, de: Die Themen } }
  - id: experience
    kind: one-of
    text: { en: How well do you know the subject?, de: Wie gut kennen Sie das Thema? }
    options:
      - { id: beginner, text: { en: It is new to me, de: Es ist neu für mich } }
      - { id: experienced, text: { en: I know it, de: Ich kenne es } }
      - { id: expert, text: { en: I teach it, de: Ich lehre es } }
  - id: improve
    kind: text
    text: { en: What should we improve?, de: Was sollen wir verbessern? }
`;

/** A question of the survey by its id. */
export function questionOf(id: string): Question {
  const found = surveySchema.parse(parse(SURVEY)).questions.find((question) => question.id === id);
  if (!found) throw new Error(`The survey has no question ${id}.`);
  return found;
}

const CATEGORY = (title: string) => `---\ntitle: ${title}\ndescription: About ${title}.\n---\n`;

/** A sheet as the collector has stored it. */
export interface StoredSheet {
  id: string;
  locale: string;
  source?: string;
  article?: string;
  level?: string;
  answers: Record<string, unknown>;
  wordings?: Record<string, string>;
}

/** A small help centre with a survey that asks under conditions, served to a browser for the tests of a file. */
export interface SurveySite extends ServedSite {
  /** The sheets that are stored from one source, the first one first. */
  storedFrom(source: string): Promise<StoredSheet[]>;
}

/** Builds and serves it before the tests of the file, and ends it after them. */
export function serveSurveySite(): SurveySite {
  const site = serveSite(async (folder) => {
    const [content, dist] = [path.join(folder, 'content'), path.join(folder, 'dist')];
    const articles = ['en', 'de'].flatMap((locale) =>
      ['billing', 'shop'].flatMap((category) => [
        [`${locale}/${category}/index.md`, CATEGORY(category)],
        [`${locale}/${category}/refund.md`, articleText('level: expert\n')],
      ]),
    );
    await writeContent(content, {
      'site.yaml': SITE,
      'survey.yaml': SURVEY,
      ...Object.fromEntries(articles),
    });
    await buildSite({ contentDir: content, outDir: dist });
    return { content, dist, token: TOKEN };
  });
  return Object.assign(site, {
    async storedFrom(source: string) {
      const response = await fetch(`${site.address}/api/export`, {
        headers: { Authorization: `Bearer ${TOKEN}` },
      });
      const lines = (await response.text()).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line)).filter((submission) => submission.source === source);
    },
  });
}
