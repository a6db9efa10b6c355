import { calloutKind, frameAsCallout } from './callouts.ts';
import { lineEnd, lineStart, spanToRemove } from './lines.ts';
import type { Loss } from './loss.ts';
import { codeFinder, parseMarkdown } from './markdown-tree.ts';
import { findShortcodes, type ShortcodeTag } from './shortcode-tags.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

/** What a rule needs to change the text around a tag. */
interface Workplace {
  text: string;
  edits: Edits;
  lose: (tag: ShortcodeTag, message: string) => void;
}

/** Converts a tag and says whether it did: `false` leaves the tag to the next rule. */
type Rule = (tag: ShortcodeTag, workplace: Workplace) => boolean;

/** Names of callouts that say their kind in an argument. */
const CALLOUTS = new Set(['callout', 'admonition', 'alert', 'notice', 'hint', 'message', 'box']);
const PICTURES = new Set(['figure', 'img', 'image', 'picture']);
const COLLAPSIBLE = new Set(['details', 'expand', 'collapse', 'accordion', 'spoiler']);
/** Tags that say nothing to a reader. */
const SILENT = new Set(['toc', 'more', 'break', 'clear']);

/** A link that names a document becomes `@/path`, which {@link AddressBook} knows. */
const link: Rule = ({ name, values, named, start, end, close }, { edits }) => {
  if (close || !['ref', 'relref', 'link', 'post-url'].includes(name)) return false;
  const path = (values[0] ?? named.path ?? '').replace(/^\//, '');
  edits.replace(start, end, path.startsWith('#') ? path : `@/${path}`);
  return true;
};

const silent: Rule = (tag, workplace) => {
  if (tag.name === 'comment' && tag.close) workplace.edits.replace(tag.start, tag.close.end, '');
  else if (SILENT.has(tag.name)) drop(tag, workplace);
  else return false;
  if (tag.close) drop(tag.close, workplace);
  return true;
};

const callout: Rule = (tag, { text, edits }) => {
  const kind = calloutKindOf(tag);
  const content = tag.named.content ?? tag.named.text;
  if (kind && tag.close) {
    frameAsCallout(text, { open: tag, close: tag.close }, kind, titleOf(tag), edits);
  } else if (kind && content) {
    edits.replace(tag.start, tag.end, `> [!${kind}]\n> ${content.trim().replaceAll('\n', '\n> ')}`);
  } else return false;
  return true;
};

const picture: Rule = ({ name, values, named, start, end }, { edits }) => {
  const source = named.src ?? named.link ?? named.path ?? named.url ?? values[0];
  if (!PICTURES.has(name) || !source) return false;
  const alternative = named.alt ?? named.caption ?? named.title ?? '';
  const caption = named.caption && named.caption !== alternative ? `\n\n*${named.caption}*` : '';
  const words = alternative.replace(/[[\]]/g, '\\$&');
  edits.replace(start, end, `![${words}](${source.replaceAll(' ', '%20')})${caption}`);
  return true;
};

const video: Rule = ({ name, values, named, start, end }, { edits }) => {
  const id = named.id ?? values[0];
  if (!id || (name !== 'youtube' && name !== 'vimeo')) return false;
  const place = name === 'youtube' ? 'www.youtube.com/watch?v=' : 'vimeo.com/';
  edits.replace(start, end, `[Video](https://${place}${id})`);
  return true;
};

const code: Rule = ({ name, values, named, start, end, close }, { edits }) => {
  if (!close || (name !== 'highlight' && name !== 'code')) return false;
  edits.replace(start, end, `\`\`\`${values[0] ?? named.lang ?? ''}`);
  edits.replace(close.start, close.end, '```');
  return true;
};

const collapsible: Rule = (tag, { text, edits }) => {
  if (!tag.close || !COLLAPSIBLE.has(tag.name)) return false;
  const summary = titleOf(tag) || tag.values[0] || 'Details';
  const isAlone = text.slice(tag.end, lineEnd(text, tag.end)).trim() === '';
  edits.replace(tag.start, tag.end, `<details>\n<summary>${summary}</summary>\n${isAlone ? '' : '\n'}`);
  const isCloseAlone = text.slice(lineStart(text, tag.close.start), tag.close.start).trim() === '';
  edits.replace(tag.close.start, tag.close.end, `${isCloseAlone ? '' : '\n'}\n</details>`);
  return true;
};

/** Of any other tag around a text, the text stays, led by the title and the anchor that the arguments name. */
const unwrap: Rule = (tag, workplace) => {
  if (!tag.close) return false;
  const { text, edits, lose } = workplace;
  const { abbr } = tag.named;
  const title = titleOf(tag) || abbr;
  const words = title ? `**${title}${abbr && abbr !== title ? ` (${abbr})` : ''}**` : '';
  const anchor = tag.named.id ? `<a id="${anchorOf(tag, text)}"></a>` : '';
  const isInline = text.slice(tag.end, lineEnd(text, tag.end)).trim() !== '';
  if (anchor || words) edits.replace(tag.start, tag.end, `${anchor}${words}${isInline ? '' : '\n'}`);
  else drop(tag, workplace);
  drop(tag.close, workplace);
  const lead = words ? ', led by its title' : '';
  lose(tag, `The text in \`${tag.name}\` stays${lead}; how it looked and what it did is lost.`);
  return true;
};

const leaveOut: Rule = (tag, workplace) => {
  drop(tag, workplace);
  const whole = workplace.text.slice(tag.start, tag.end).replace(/\s+/g, ' ');
  const short = whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
  workplace.lose(tag, `\`${short}\` stands for what only the old system's templates know; it is left out.`);
  return true;
};

/** In the order in which they are asked. A new one is one function and one line here. */
const RULES: readonly Rule[] = [link, silent, callout, picture, video, code, collapsible, unwrap, leaveOut];

/** Turns the shortcodes of Hugo and Zola and the tags of Jekyll into Markdown; what none of the rules knows is lost. */
export function convertShortcodes(source: SourceText, file: string, losses: Loss[]): SourceText {
  let current = source;
  // The innermost first: what is made of them may be quoted by those around them, line by line.
  for (;;) {
    const next = convertInnermost(current, file, losses);
    if (next === current) return current.text.includes('{') ? showVerbatim(current) : current;
    current = next;
  }
}

function convertInnermost(source: SourceText, file: string, losses: Loss[]): SourceText {
  const { text } = source;
  if (!/\{\{|\{%/.test(text)) return source;
  const isCode = codeFinder(parseMarkdown(text, 'md'));
  const verbatim = [...text.matchAll(VERBATIM)].map(
    ({ index, 0: whole }) => [index, index + whole.length] as const,
  );
  const isLeft = (offset: number) =>
    isCode(offset) || verbatim.some(([start, end]) => offset >= start && offset < end);
  const edits = new Edits();
  const lose: Workplace['lose'] = ({ start }, message) => {
    losses.push({ kind: 'markup', file, line: lineAt(source, start), message });
  };
  for (const { index, 0: whole, 2: path = '' } of text.matchAll(SITE_ADDRESS)) {
    if (!isLeft(index)) edits.replace(index, index + whole.length, path);
  }
  const tags = findShortcodes(text, isLeft);
  const closing = new Set(tags.map(({ close }) => close));
  for (const [index, tag] of tags.entries()) {
    const isInnermost = !tag.close || tags[index + 1] === tag.close;
    if (!tag.isClosing && isInnermost) RULES.some((rule) => rule(tag, { text, edits, lose }));
    else if (tag.isClosing && !closing.has(tag)) leaveOut(tag, { text, edits, lose });
  }
  return edits.apply(source);
}

/** Text that the old system was told to show as it is, without the marks that told it so. */
function showVerbatim(source: SourceText): SourceText {
  const edits = new Edits();
  for (const { index, 0: whole } of source.text.matchAll(ESCAPED)) {
    edits.replace(index, index + whole.length, whole.replace(/\/\*|\*\//g, ''));
  }
  for (const { index, 0: whole } of source.text.matchAll(RAW)) edits.replace(index, index + whole.length, '');
  return edits.apply(source);
}

// A shortcode whose inside is commented out is shown instead of used.
const ESCAPED = /\{\{[<%]\/\*[\s\S]*?\*\/[%>]\}\}/g;
const RAW = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const VERBATIM = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g;
/** `{{ site.baseurl }}` and `{{ '/refund/' | relative_url }}` */
const SITE_ADDRESS =
  /\{\{-?\s*(?:site\.(?:baseurl|url)|(["'])(.*?)\1\s*\|\s*(?:relative|absolute)_url)\s*-?\}\}/g;

function calloutKindOf({ name, values, named }: ShortcodeTag): string | undefined {
  const shown = name === 'include' ? (values[0] ?? '').replace(/^.*\/|\.\w+$/g, '') : name;
  if (!CALLOUTS.has(shown)) return calloutKind(shown);
  const words = [named.type, named.kind, named.style, named.level, named.color, named.context, values[0]];
  return calloutKind(words.find(calloutKind)) ?? calloutKind(shown) ?? 'NOTE';
}

function titleOf({ name, values, named }: ShortcodeTag): string {
  const title = named.title ?? named.name ?? named.label ?? named.term ?? named.summary ?? named.header;
  return title ?? (CALLOUTS.has(name) ? (values[1] ?? '') : '');
}

/** Templates form anchors in one of two ways; the links in the text say which. */
function anchorOf({ name, named }: ShortcodeTag, text: string): string {
  const id = named.id ?? '';
  return text.includes(`(#${name}-`) ? `${name}-${id}` : id;
}

function drop({ start, end }: { start: number; end: number }, { text, edits }: Workplace): void {
  edits.replace(...spanToRemove(text, start, end), '');
}
