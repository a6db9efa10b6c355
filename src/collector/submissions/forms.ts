import { id as articleId } from '../../core/fields.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { MAX_SOURCE, rangeOf } from '../../core/survey/survey-answer.ts';

/** Prefix of the field that answers a question, e.g. `answers.nps`. */
const ANSWER = 'answers.';

/** Prefix of the hidden field that says how a question was worded on the page, e.g. `wording.nps`. */
const WORDING = 'wording.';

/** What `POST /api/votes` would say in JSON. A form has no id of its own: `newId` gives it one. */
export function voteFrom(fields: URLSearchParams, newId: () => string): unknown {
  return {
    ...heading(fields, newId),
    revision: given(fields, 'revision'),
    helpful: truth(fields, 'helpful'),
  };
}

/** What `PATCH /api/votes/:id` would say in JSON. */
export function changeFrom(fields: URLSearchParams): unknown {
  return {
    receipt: fields.get('receipt') ?? undefined,
    helpful: truth(fields, 'helpful'),
    reason: given(fields, 'reason'),
    comment: given(fields, 'comment'),
  };
}

/** What `DELETE` would say in JSON. */
export function withdrawalFrom(fields: URLSearchParams): unknown {
  return { receipt: fields.get('receipt') ?? undefined };
}

/** What `POST /api/answers` would say in JSON: a blank field is a question that was not answered. */
export function answersFrom(fields: URLSearchParams, survey: Survey, newId: () => string): unknown {
  const questions = new Map(survey.questions.map((question) => [question.id, question]));
  const names = new Set([...fields.keys()].filter((name) => name.startsWith(ANSWER)));
  const answers = [...names].flatMap((name): [string, unknown][] => {
    const id = name.slice(ANSWER.length);
    const values = fields.getAll(name).filter((value) => value.trim() !== '');
    const kind = questions.get(id)?.kind;
    if (values.length === 0) return [];
    // Several values of a question that takes one today are no answer to it: the page offered several.
    if (kind === 'several-of' || values.length > 1) return [[id, values]];
    return [[id, kind && rangeOf(kind) && /^\d{1,3}$/.test(values[0] ?? '') ? Number(values[0]) : values[0]]];
  });
  const wordings = [...fields].flatMap(([name, value]) =>
    name.startsWith(WORDING) ? [[name.slice(WORDING.length), value] as const] : [],
  );
  return {
    ...heading(fields, newId),
    source: given(fields, 'source'),
    answers: Object.fromEntries(answers),
    ...(wordings.length > 0 && { wordings: Object.fromEntries(wordings) }),
  };
}

/**
 * Fills in where the reader came from, which without script only the address of the survey's page tells:
 * `/en/survey/?source=newsletter&article=billing/refund`. Browsers name that page in the `Referer` of its form;
 * nothing else of it is looked at, and nothing of it is stored.
 */
export function addPlace(fields: URLSearchParams, referer: string | undefined): void {
  const address = referer && URL.canParse(referer) ? new URL(referer).searchParams : new URLSearchParams();
  const source = address.get('source')?.trim().slice(0, MAX_SOURCE);
  const article = articleId.safeParse(address.get('article'));
  if (source && !given(fields, 'source')) fields.set('source', source);
  if (article.success && !given(fields, 'article')) fields.set('article', article.data);
}

/**
 * What every submission begins with. The id is put into the form too, so that sending the form again
 * counts once.
 */
function heading(fields: URLSearchParams, newId: () => string): Record<string, string | undefined> {
  if (!given(fields, 'id')) fields.set('id', newId());
  return {
    id: given(fields, 'id'),
    locale: given(fields, 'locale'),
    article: given(fields, 'article'),
    level: given(fields, 'level'),
  };
}

function given(fields: URLSearchParams, name: string): string | undefined {
  return fields.get(name)?.trim() || undefined;
}

/** `true` and `false` as such; anything else stays text, for the schema to refuse. */
function truth(fields: URLSearchParams, name: string): boolean | string | undefined {
  const text = given(fields, name);
  return text === 'true' ? true : text === 'false' ? false : text;
}
