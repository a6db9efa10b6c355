import { expect, test } from 'vitest';
import { findMistakes } from '../../../src/core/checks/index.ts';
import { readContent } from '../../../src/readers/content-folder.ts';
import { articleText, contentFolder, SITE } from '../../content-folder.ts';

const HEAD = `title: { en: Survey }
introduction: { en: Two minutes. }
thanks: { en: Thank you. }
levels:
  accuracy: { title: { en: Accuracy }, description: { en: Right? } }
  availability: { title: { en: Availability }, description: { en: There? }, order: shuffled }
  partnership: { title: { en: Partnership }, description: { en: Heard? } }
  expertise: { title: { en: Expertise }, description: { en: Learned? } }
questions:
`;
const ENDS = 'ends: { low: { en: never }, high: { en: always } }';
const OPTIONS = 'options: [{ id: phone, text: { en: Phone } }, { id: mail, text: { en: Mail } }]';

/** A question in one line; what is given replaces what it would have. */
function question(id: string, rest = `kind: scale, ${ENDS}`): string {
  return `  - { id: ${id}, text: { en: What? }, ${rest} }\n`;
}

/** Every finding of a folder with this survey, as `line severity rule: message hint`. */
async function mistakes(survey: string, files: Record<string, string> = {}): Promise<string[]> {
  const content = await readContent(await contentFolder({ 'survey.yaml': survey, ...files }));
  const findings = findMistakes(content, '2026-11-21');
  expect(new Set(findings.map(({ file }) => file))).toEqual(
    new Set(findings.length > 0 ? ['survey.yaml'] : []),
  );
  return findings.map(
    ({ line, severity, rule, message, hint }) => `${line} ${severity} ${rule}: ${message} ${hint}`,
  );
}

test('a survey with every kind of question and condition has no mistakes', async () => {
  const questions = [
    question('right', `kind: scale, level: accuracy, ${ENDS}`),
    question('there', `kind: scale, level: availability, ${ENDS}, shownIf: { question: right, is: [1, 5] }`),
    question('happy', `kind: csat, ${ENDS}, shownIf: { question: right, category: [invoices, money] }`),
    question('recommend', `kind: nps, ${ENDS}, required: true, shownIf: { level: [beginner, expert] }`),
    question('channel', `kind: one-of, ${OPTIONS}, formerly: [{ en: How? }]`),
    question('channels', `kind: several-of, ${OPTIONS}, shownIf: { question: channel, is: [mail] }`),
    question('more', 'kind: text, shownIf: { question: channels, is: [phone, mail] }'),
    question('most', 'kind: text, shownIf: { question: more }'),
  ];
  const files = {
    'en/money/index.md': '---\ntitle: Money\ndescription: Bills.\nid: invoices\n---\n',
    'en/money/refund.md': articleText(),
  };
  expect(await mistakes(HEAD + questions.join(''), files)).toEqual([]);
});

test.for<[string, string[], string[]]>([
  [
    'two questions with one id',
    [question('one'), question('one')],
    [
      '11 error settings: `questions[2].id` names a question twice, one. Give each question an id of its own.',
    ],
  ],
  [
    'two options with one id',
    [question('one', `kind: one-of, ${OPTIONS.replace('mail', 'phone')}`)],
    [
      '10 error settings: `questions[1].options[2].id` names an option twice, phone. Give each option an id of its own.',
    ],
  ],
  [
    'a scale without ends',
    [question('one', 'kind: scale'), question('two', 'kind: nps, ends: { low: { en: never } }')],
    [
      '10 error settings: `questions[1].ends` is missing. Add a line `ends: …`.',
      '11 error settings: `questions[2].ends.high` is missing. Add a line `high: …`.',
    ],
  ],
  [
    'an unknown kind, and none',
    [question('one', 'kind: skale'), question('two', 'required: true')],
    [
      '10 error settings: `questions[1].kind` must be one of scale, nps, csat, one-of, several-of, text. Did you mean `scale`?',
      '11 error settings: `questions[2].kind` is missing. Add a line `kind: …`.',
    ],
  ],
  [
    'a condition on a later question',
    [question('one', 'kind: text, shownIf: { question: two }'), question('two')],
    [
      '10 error settings: `questions[1].shownIf` names a later question, two. Readers see the levels in their order, then the questions without one.',
    ],
  ],
  [
    'a condition on a question that stands above, but on a later level',
    [
      question('one', `kind: scale, level: expertise, ${ENDS}`),
      question('two', 'kind: text, level: accuracy, shownIf: { question: one }'),
    ],
    [
      '11 error settings: `questions[2].shownIf` names a later question, one. Readers see the levels in their order, then the questions without one.',
    ],
  ],
  [
    'a condition on an unknown question, and on one that is nearly known',
    [
      question('first'),
      question('two', 'kind: text, shownIf: { question: zero }'),
      question('three', 'kind: text, shownIf: { question: frist }'),
    ],
    [
      '11 error settings: `questions[2].shownIf` names a question that is not in the survey, zero. Name an earlier one.',
      '12 error settings: `questions[3].shownIf` names a question that is not in the survey, frist. Did you mean `first`?',
    ],
  ],
  [
    'a condition on the question itself',
    [question('one', 'kind: text, shownIf: { question: one }')],
    ['10 error settings: `questions[1].shownIf` names the question itself. Name an earlier one.'],
  ],
  [
    'a condition within a level that is shuffled',
    [
      question('one', `kind: scale, level: availability, ${ENDS}`),
      question('two', 'kind: text, level: availability, shownIf: { question: one }'),
    ],
    [
      '11 error settings: `questions[2].shownIf` names a question of the same level, one, and the order of that level is shuffled. Keep its order.',
    ],
  ],
  [
    'conditions that wait for answers which nobody can give',
    [
      question('scale'),
      question('options', `kind: several-of, ${OPTIONS}`),
      question('text', 'kind: text, shownIf: { question: scale, is: [1, 6] }'),
      question('two', 'kind: text, shownIf: { question: options, is: [phone, fax] }'),
      question('three', 'kind: text, shownIf: { question: text, is: [yes-please] }'),
    ],
    [
      '12 error settings: `questions[3].shownIf` waits for an answer that scale does not offer, 6. It takes the numbers from 1 to 5.',
      '13 error settings: `questions[4].shownIf` waits for an answer that options does not offer, fax. Its options are phone, mail.',
      '14 error settings: `questions[5].shownIf` compares a text. Leave out `is`, and any answer to text will do.',
    ],
  ],
  [
    'conditions that say nothing, or half of it',
    [
      question('one', 'kind: text, shownIf: {}'),
      question('two', 'kind: text, shownIf: { is: [1] }'),
      question('three', 'kind: text, shownIf: { level: [guru], category: money }'),
      question('four', 'kind: text, shownIf: { question: one, is: ["4"] }'),
    ],
    [
      '10 error settings: `questions[1].shownIf` must name a question, levels or categories. It is {} now.',
      '11 error settings: `questions[2].shownIf` gives answers (`is`), but not the `question` to which. It is {"is":[1]} now.',
      '12 error settings: `questions[3].shownIf.category` must be a list of categories, e.g. [billing]. It is "money" now.',
      '12 error settings: `questions[3].shownIf.level[1]` must be one of beginner, experienced, expert. It is "guru" now.',
      '13 error settings: `questions[4].shownIf.is[1]` must be a number, or the id of an option. Write e.g. 4 without quotation marks.',
      '13 error settings: `questions[4].shownIf` compares a text. Leave out `is`, and any answer to one will do.',
    ],
  ],
  [
    'a condition on a category that is not there',
    [
      question('one', 'kind: text, shownIf: { category: [biling] }'),
      '  - id: two\n    kind: text\n    text: { en: What? }\n    shownIf:\n      category:\n        - billing\n        - orders\n',
    ],
    [
      '10 error unknown-category: `shownIf` names the category biling, which is not there. Did you mean billing?',
      '17 error unknown-category: `shownIf` names the category orders, which is not there. Write the id or the folder of a category, e.g. billing.',
    ],
  ],
])('in survey.yaml, %s is a mistake', async ([, questions, expected]) => {
  expect(await mistakes(HEAD + questions.join(''))).toEqual(expected);
});

test('mistakes of every kind in one file are told at once', async () => {
  const survey =
    HEAD.replace('title: { en: Survey }', 'title: { en: Survey, de: Umfrage }').replace('shuffled', 'mixed') +
    question('one', 'kind: scale') +
    question('one', 'kind: text, shownIf: { question: last, is: [3] }') +
    question('two', 'kind: text, shownIf: { question: one, is: [7] }') +
    question('three', 'kind: text, shownIf: { category: [biling] }, requird: true') +
    question('last', 'kind: likert') +
    '  - just words\n';
  const site = SITE.replace('[en]', '[en, de]');
  const missing = (line: number, path: string) =>
    `${line} warning missing-text: \`${path}\` is missing in de. Until it is there, readers see the text of the first language.`;
  const found = await mistakes(survey, {
    'site.yaml': site.replace('{ en: Help }', '{ en: Help, de: Hilfe }'),
  });
  expect(found.filter((one) => one.includes('missing-text'))).toEqual([
    missing(2, 'introduction'),
    missing(3, 'thanks'),
    ...['accuracy', 'availability', 'partnership', 'expertise'].flatMap((level, index) => [
      missing(5 + index, `levels.${level}.description`),
      missing(5 + index, `levels.${level}.title`),
    ]),
    ...[1, 2, 3, 4, 5].map((number) => missing(9 + number, `questions[${number}].text`)),
  ]);
  expect(found.filter((one) => !one.includes('missing-text'))).toEqual([
    '6 error settings: `levels.availability.order` must be kept or shuffled. It is "mixed" now.',
    '10 error settings: `questions[1].ends` is missing. Add a line `ends: …`.',
    '11 error settings: `questions[2].id` names a question twice, one. Give each question an id of its own.',
    '11 error settings: `questions[2].shownIf` names a later question, last. Readers see the levels in their order, then the questions without one.',
    '12 error settings: `questions[3].shownIf` waits for an answer that one does not offer, 7. It takes the numbers from 1 to 5.',
    '13 error settings: `questions[4].requird` is not a known key. Did you mean `required`?',
    '13 error unknown-category: `shownIf` names the category biling, which is not there. Did you mean billing?',
    '14 error settings: `questions[5].kind` must be one of scale, nps, csat, one-of, several-of, text. It is "likert" now.',
    '15 error settings: `questions[6]` must be lines of keys with their values. Write e.g. title: Help.',
  ]);
});

test('a question whose level cannot be read is not said to stand in the wrong place', async () => {
  const questions =
    question('one', `kind: scale, level: expert, ${ENDS}`) +
    question('two', 'kind: text, level: accuracy, shownIf: { question: one, is: [2] }');
  expect(await mistakes(HEAD + questions)).toEqual([
    '10 error settings: `questions[1].level` must be one of accuracy, availability, partnership, expertise. It is "expert" now.',
  ]);
});

test('an earlier wording may have been changed in one language only', async () => {
  const survey = HEAD.replaceAll(/\{ en: ([^}]*) \}/g, '{ en: $1, de: $1 }');
  const site = SITE.replace('[en]', '[en, de]').replace('{ en: Help }', '{ en: Help, de: Hilfe }');
  const ask = (more: string) => `  - { id: one, kind: text, text: { en: What?, de: Was? }, ${more} }\n`;
  const files = { 'site.yaml': site };
  expect(await mistakes(survey + ask('formerly: [{ en: Waht? }, { de: Wsa? }]'), files)).toEqual([]);
});

test.for<[string, string, string]>([
  [
    'questions that are no list',
    'questions: none',
    '`questions` must be a list of questions. It is "none" now.',
  ],
  ['no questions', 'questions: []', '`questions` must hold at least one question. It is [] now.'],
])('a survey with %s is a mistake', async ([, questions, words]) => {
  expect(await mistakes(HEAD.replace('questions:', questions))).toEqual([`9 error settings: ${words}`]);
});

test('a file that is no survey at all is told so, and nothing more', async () => {
  expect(await mistakes('- 1\n- 2\n')).toEqual([
    '1 error settings: The file must be lines of keys with their values. Write e.g. title: Help.',
  ]);
});
