import { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { nearest } from '../core/nearest.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/** Where a schema was broken: enough to write a finding. */
interface Place {
  rule: string;
  file: string;
  /** Gives the line of a value. */
  source: Pick<YamlSource, 'lineOf'>;
}

/**
 * Validates a value and words every mistake at once for the person who wrote it.
 *
 * A schema's messages are predicates, optionally followed by a colon and what to do:
 * `is not a day that exists: write e.g. 2026-03-01`.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
): { value?: z.output<Schema>; findings: Finding[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => wordIssue(issue, schema, value, place)) };
}

function wordIssue(issue: Issue, schema: z.ZodType, value: unknown, place: Place): Finding[] {
  const at = (path: readonly PropertyKey[], message: string, hint: string): Finding => ({
    rule: place.rule,
    severity: 'error',
    file: place.file,
    line: place.source.lineOf(path),
    message,
    hint,
  });

  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      if (known.includes(key)) {
        const message = `\`${nameOf([...issue.path, key])}\` cannot stand beside the other keys there.`;
        return at([...issue.path, key], message, 'Give it an entry of its own, or take it out.');
      }
      const meant = nearest(key, known);
      const hint = meant ? `Did you mean \`${meant}\`?` : `Known keys are ${known.join(', ')}.`;
      return at([...issue.path, key], `\`${nameOf([...issue.path, key])}\` is not a known key.`, hint);
    });
  }
  if (valueAt(value, issue.path) === undefined) {
    const key = nameOf(issue.path);
    return [at(issue.path, `\`${key}\` is missing.`, `Add a line \`${key.split('.').at(-1)}: …\`.`)];
  }
  if (issue.code === 'invalid_union' && issue.errors.length === 1 && issue.errors[0]) {
    return issue.errors[0].flatMap((inner) =>
      wordIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, value, place),
    );
  }
  const isPlain = issue.code === 'invalid_type' && issue.expected === 'object';
  const [predicate = '', advice] = splitOnce(isPlain ? NO_KEYS : issue.message, ': ');
  const written = valueAt(value, issue.path);
  const meant = nearest(String(written), choicesOf(issue));
  const hint = meant ? `Did you mean \`${meant}\`?` : capital(advice ?? defaultHint(issue, written));
  const subject = issue.path.length > 0 ? `\`${nameOf(issue.path)}\`` : 'The file';
  return [
    at(issue.path, `${subject} ${predicate}.`, hint.endsWith('.') || hint.endsWith('?') ? hint : `${hint}.`),
  ];
}

/** What could stand there instead, where there is a list of it. */
function choicesOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []).map(String) : [];
}

/** For the schema's own, English-only wording where keys and values are missing altogether. */
const NO_KEYS = 'must be lines of keys with their values: write e.g. title: Help';

/** `contact.0.kind` becomes `contact[1].kind`: people count from one. */
export function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[part];
  }
  return current;
}

/** Names of the keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  let current: JsonSchema | undefined = json;
  for (const part of path) {
    current =
      typeof part === 'number'
        ? current?.items
        : (current?.properties?.[String(part)] ?? current?.additionalProperties);
    if (current?.$ref) current = json.$defs?.[current.$ref.split('/').at(-1) ?? ''];
  }
  const branches = [current, ...(current?.anyOf ?? []), ...(current?.oneOf ?? [])];
  return [...new Set(branches.flatMap((branch) => Object.keys(branch?.properties ?? {})))];
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

function defaultHint(issue: Issue, written: unknown): string {
  if (written === '') return 'Write something, or take the line out';
  if (issue.code === 'too_big' && typeof written !== 'number') return 'Make it shorter';
  return `It is ${JSON.stringify(written)?.slice(0, 60) ?? 'empty'} now`;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + separator.length)];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
