/** A tag that a template of the other system replaced: `{{< figure src="a.png" >}}`, `{% end %}`. */
export interface ShortcodeTag {
  start: number;
  end: number;
  /** In small letters, without folders and ending; '' for a closing tag that names nothing. */
  name: string;
  isClosing: boolean;
  /** Arguments without a name. */
  values: string[];
  /** Arguments with a name, the names in small letters. */
  named: Readonly<Record<string, string>>;
  /** `hugo`: `{{< >}}`, `zola`: `{{ f() }}` and `{% f() %}`, `liquid`: `{% tag %}`. */
  family: 'hugo' | 'zola' | 'liquid';
  /** The tag that closes this one. */
  close?: ShortcodeTag;
}

const HUGO = /\{\{([<%])(?!\/\*)([\s\S]*?)[%>]\}\}/g;
const ZOLA = /(\{\{|\{%)-?\s*([a-z_]\w*(?:::\w+)*)\(([\s\S]*?)\)\s*-?(?:\}\}|%\})/g;
const LIQUID = /\{%-?\s*(\w+)\s*([^%]*?)-?%\}/g;

/** Finds every shortcode of a text and joins those that open with those that close. */
export function findShortcodes(text: string, isSkipped: (offset: number) => boolean): ShortcodeTag[] {
  const tags: ShortcodeTag[] = [];
  for (const match of text.matchAll(HUGO)) {
    const inside = (match[2] ?? '').trim();
    const name = /^\/?\s*([^\s/]\S*)/.exec(inside)?.[1] ?? '';
    const rest = inside.slice(inside.indexOf(name) + name.length).replace(/\/$/, '');
    tags.push({ ...tagOf(match, name, rest), isClosing: inside.startsWith('/'), family: 'hugo' });
  }
  for (const match of text.matchAll(ZOLA)) {
    tags.push({ ...tagOf(match, match[2] ?? '', match[3] ?? ''), isClosing: false, family: 'zola' });
  }
  for (const match of text.matchAll(LIQUID)) {
    const name = match[1] ?? '';
    const isClosing = /^end/.test(name);
    tags.push({
      ...tagOf(match, isClosing ? name.slice(3) : name, match[2] ?? ''),
      isClosing,
      family: 'liquid',
    });
  }
  const found = tags.filter(({ start }) => !isSkipped(start)).sort((a, b) => a.start - b.start);
  return join(found.filter((tag, index) => index === 0 || tag.start >= (found[index - 1]?.end ?? 0)));
}

function join(tags: readonly ShortcodeTag[]): ShortcodeTag[] {
  const open: ShortcodeTag[] = [];
  for (const tag of tags) {
    if (!tag.isClosing) {
      open.push(tag);
      continue;
    }
    const index = open.findLastIndex(
      ({ name, family }) =>
        name === tag.name || (tag.name === '' && tag.family === 'liquid' && family === 'zola'),
    );
    const opener = open[index];
    if (!opener) continue;
    opener.close = tag;
    open.length = index;
  }
  return [...tags];
}

function tagOf(match: RegExpMatchArray, name: string, rest: string) {
  const start = match.index ?? 0;
  const values: string[] = [];
  const named: Record<string, string> = {};
  for (const [, key, double, single, tick, bare] of rest.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s,"'`=]+))/g,
  )) {
    const value = (double ?? single ?? tick ?? bare ?? '').replace(/\\(["'])/g, '$1');
    if (key) named[key.toLowerCase()] = value;
    else values.push(value);
  }
  const plain =
    name
      .toLowerCase()
      .split(/[/:]+/)
      .at(-1)
      ?.replace(/\.\w+$/, '')
      .replaceAll('_', '-') ?? '';
  return { start, end: start + match[0].length, name: plain, values, named };
}
