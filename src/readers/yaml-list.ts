import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isNode, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';

type Path = readonly (string | number)[];

/**
 * A YAML text with values added to the end of a list in it, and nothing else changed: comments, quotation marks,
 * order and line ends stay as their author wrote them. A list that is not there yet is made.
 *
 * @param path keys and places that lead to the list
 * @returns nothing where the text is written so that the list cannot be added to without rewriting it
 * @example addToList('tags: [a] # all\n', ['tags'], ['b']) // 'tags: [a, b] # all\n'
 */
export function addToList(text: string, path: Path, values: readonly unknown[]): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const place = placeOf(document, text, path);
  if (!place) return undefined;
  const { start, end = start, insert } = place;
  const longer = text.slice(0, start) + insert(values) + text.slice(end);
  return saysSo(longer, document, path, values) ? longer : undefined;
}

/** Where to write, and what. */
interface Place {
  start: number;
  /** End of what is replaced, if anything is. */
  end?: number;
  insert: (values: readonly unknown[]) => string;
}

function placeOf(document: Document, text: string, path: Path): Place | undefined {
  const list = document.getIn(path, true);
  if (isSeq(list)) return list.flow ? inFlow(list) : inBlock(list, text);
  if (list !== undefined && !(isNode(list) && document.getIn(path) === null)) return undefined;
  const [key, ...deeper] = path;
  if (typeof key !== 'string' || deeper.length > 0) return undefined;
  const end = eolOf(text);
  const map = document.contents;
  const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
  if (pair && isNode(pair.key)) {
    const start = afterLine(text, pair.key.range?.[1] ?? 0);
    return { start, insert: (values) => `${openLine(text, start)}${block(values, '  ', end)}` };
  }
  const start = text.length;
  return { start, insert: (values) => `${openLine(text, start)}${key}:${end}${block(values, '  ', end)}` };
}

/** `[a, b]` */
function inFlow(list: YAMLSeq): Place | undefined {
  const [start, end] = list.range ?? [0, 0];
  const last = list.items.at(-1);
  if (!last) return { start, end, insert: (values) => flow(values) };
  if (!isNode(last) || !last.range) return undefined;
  return { start: last.range[1], insert: (values) => `, ${flow(values).slice(1, -1)}` };
}

/** One value a line, each behind a hyphen. */
function inBlock(list: YAMLSeq, text: string): Place | undefined {
  const first = list.range?.[0] ?? 0;
  const last = list.items.at(-1);
  const indentation = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (!isNode(last) || !last.range || indentation.trim() !== '') return undefined;
  const start = afterLine(text, last.range[1]);
  return { start, insert: (values) => `${openLine(text, start)}${block(values, indentation, eolOf(text))}` };
}

function block(values: readonly unknown[], indentation: string, end: string): string {
  return values.map((value) => `${indentation}- ${flow([value]).slice(1, -1)}${end}`).join('');
}

function flow(values: readonly unknown[]): string {
  return stringify(values, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
}

/** Beginning of the line after this place, or the end of the text. */
function afterLine(text: string, place: number): number {
  if (text[place - 1] === '\n') return place;
  const end = text.indexOf('\n', place);
  return end < 0 ? text.length : end + 1;
}

/** What ends the line before this place if nothing does. */
function openLine(text: string, place: number): string {
  return place === 0 || text[place - 1] === '\n' ? '' : eolOf(text);
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** YAML has forms that nobody thought of here: what the longer text says is what counts. */
function saysSo(longer: string, before: Document, path: Path, values: readonly unknown[]): boolean {
  const after = parseDocument(longer);
  if (after.errors.length > 0) return false;
  return isDeepStrictEqual(after.toJS(), withMore(before.toJS() ?? {}, path, values));
}

function withMore(value: unknown, [key, ...deeper]: Path, values: readonly unknown[]): unknown {
  if (key === undefined) return [...((value as unknown[] | null | undefined) ?? []), ...values];
  if (Array.isArray(value)) return value.with(Number(key), withMore(value[Number(key)], deeper, values));
  const map = value as Record<string, unknown>;
  return { ...map, [key]: withMore(map[key], deeper, values) };
}
