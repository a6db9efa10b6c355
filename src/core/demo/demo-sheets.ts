import type { Level } from '../article-kinds.ts';
import { EXPECTATION_LEVELS } from '../expectation-level.ts';
import type { Submission } from '../feedback.ts';
import { type Question, questionsInOrder, type Survey } from '../survey/survey.ts';
import type { AnswerValue } from '../survey/survey-answer.ts';
import { askedQuestions } from '../survey/survey-condition.ts';
import { asksExperience, experienceIn } from '../survey/survey-experience.ts';
import { wordingOf } from '../survey/survey-wording.ts';
import type { DemoArticle } from './demo-article.ts';
import type { DemoDays } from './demo-days.ts';
import { EXPERIENCE } from './demo-visits.ts';
import { type About, WISHES } from './demo-wishes.ts';
import { Deck, Random } from './random.ts';

const SHEETS = 1_500;
/** How many of the readers who come from elsewhere followed which link; some say nothing about it. */
const SOURCES: readonly (readonly [source: string, share: number])[] = [
  ['newsletter', 0.36],
  ['support-mail', 0.24],
  ['vote', 0.28],
  ['', 0.12],
];
/** How many leave out a question, and how many write something. */
const LEAVES_OUT = 0.07;
const WRITES = 0.1;
/** How often an answer fits what its reader thinks of the level. */
const CONSISTENT = 0.95;
/**
 * The share of readers who are content with so many levels, from none to all four, in the first half of the time and
 * in the second: most are content with two, so that the third is the first that breaks.
 */
const FIRST_HALF = [0.12, 0.13, 0.19, 0.2, 0.36];
const SECOND_HALF = [0.08, 0.05, 0.36, 0.15, 0.36];

/** Survey sheets of readers whose expectations rest on each other and break at the third level. */
export function* demoSheets(
  survey: Survey,
  articles: readonly DemoArticle[],
  locales: readonly string[],
  days: DemoDays,
  seed: string,
): Generator<Submission> {
  const random = new Random(`${seed} sheets`);
  const questions = questionsInOrder(survey);
  const wishes = new Map<string, Deck<string>>();
  const wishOf = (locale: string, about: About) => {
    const key = `${locale} ${about}`;
    const deck = wishes.get(key) ?? new Deck(WISHES[locale]?.[about] ?? [], random);
    wishes.set(key, deck);
    return deck.draw();
  };
  const languages = locales.map((locale, place) => [locale, 1 / (place + 1.5)] as const);
  for (let left = SHEETS; left > 0; left -= 1) {
    const received = days.instant(random);
    const locale = random.weighted(languages);
    const source = random.weighted(SOURCES);
    const own = articles.filter((article) => article.locale === locale);
    const article =
      source === 'vote' && own.length > 0
        ? random.weighted(own.map((one) => [one, one.popularity] as const))
        : undefined;
    const reader = readerAt(days.passed(received), random);
    const write = () => (random.chance(WRITES) ? wishOf(locale, reader.about) : undefined);
    const answers = answersOf(questions, reader, write, article, random);
    const answered = questions.filter(({ id }) => answers[id] !== undefined);
    yield {
      type: 'answers',
      id: random.uuid(),
      locale,
      ...(source && { source }),
      ...(article && { article: article.id, level: reader.experience }),
      answers,
      wordings: Object.fromEntries(answered.map((one) => [one.id, wordingOf(one, locale, locales[0])])),
      received,
    };
  }
}

interface Reader {
  /** With how many levels from the ground up. */
  content: number;
  about: About;
  experience: Level;
  /** How satisfied with all of it, from 0 to 1. */
  satisfaction: number;
}

function readerAt(passed: number, random: Random): Reader {
  const shares = (passed < 0.5 ? FIRST_HALF : SECOND_HALF).map((share, content) => [content, share] as const);
  const content = random.weighted(shares);
  const satisfaction = 0.34 + 0.1 * content + 0.16 * passed;
  return {
    content,
    about: EXPECTATION_LEVELS[content] ?? 'content',
    experience: random.weighted(EXPERIENCE),
    satisfaction,
  };
}

/** Answers question by question, as the page asks them: an answer may decide what is asked next. */
function answersOf(
  questions: readonly Question[],
  reader: Reader,
  write: () => string | undefined,
  article: DemoArticle | undefined,
  random: Random,
): Record<string, AnswerValue> {
  const answers: Record<string, AnswerValue> = {};
  const categories = article ? [article.category] : [];
  for (const question of questions) {
    // Who came from an article has told the site before; nobody else is known before they answer.
    const level = article ? reader.experience : experienceIn(questions, answers);
    const asked = askedQuestions(questions, { answers, ...(level && { level }), categories });
    if (!asked.includes(question)) continue;
    if (!question.required && random.chance(LEAVES_OUT)) continue;
    const value = answerOf(question, reader, write, random);
    if (value !== undefined) answers[question.id] = value;
  }
  return answers;
}

function answerOf(
  question: Question,
  { content, experience, satisfaction }: Reader,
  write: () => string | undefined,
  random: Random,
): AnswerValue | undefined {
  if (question.kind === 'text') return write();
  if (question.kind === 'nps') return recommendation(satisfaction, random);
  if (question.kind === 'several-of') {
    const chosen = question.options.filter(() => random.chance(0.4));
    return (chosen.length > 0 ? chosen : [random.pick(question.options)]).map(({ id }) => id);
  }
  if (question.kind === 'one-of') {
    if (asksExperience(question) && question.options.some(({ id }) => id === experience)) return experience;
    return random.weighted(question.options.map(({ id }, place) => [id, 1 / (place + 1)] as const));
  }
  if (!question.level) return onFive(random.chance(satisfaction), random);
  const isContent = EXPECTATION_LEVELS.indexOf(question.level) < content;
  return onFive(isContent === random.chance(CONSISTENT), random);
}

function onFive(good: boolean, random: Random): number {
  if (good) return random.chance(0.45) ? 5 : 4;
  return random.weighted([
    [3, 0.55],
    [2, 0.3],
    [1, 0.15],
  ]);
}

function recommendation(satisfaction: number, random: Random): number {
  if (random.chance(satisfaction - 0.18)) return random.chance(0.55) ? 9 : 10;
  return random.chance(0.55) ? random.pick([7, 8, 8]) : random.pick([0, 2, 3, 4, 5, 5, 6, 6]);
}
