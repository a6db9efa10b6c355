import { type Document, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';

/** A YAML text with the line of each of its values. */
export interface YamlSource {
  /** The parsed value; `undefined` where the text is not YAML or is empty. */
  value: unknown;
  /** What is wrong with the text itself, with lines counted from 1. */
  mistakes: { line: number; message: string }[];
  /** Line of the key or element at a path, or of its nearest parent that has one. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Line of each top-level key. */
  keyLines: Record<string, number>;
}

/**
 * Parses YAML and remembers where everything stands.
 *
 * @param firstLine line of the file on which the text begins
 */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, logLevel: 'error' });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const mistakes = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    message: error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'is not YAML',
  }));
  if (mistakes.length === 0) {
    for (const { offset, message } of wrongAliases(document)) {
      mistakes.push({ line: lineAt(offset), message });
    }
  }

  function offsetOf(path: readonly PropertyKey[]): number | undefined {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(last));
      return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    }
    const node = document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  const keyLines: Record<string, number> = {};
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      if (isNode(key) && key.range) keyLines[String(key)] = lineAt(key.range[0]);
    }
  }
  let value: unknown;
  try {
    if (mistakes.length === 0) value = document.toJS({ maxAliasCount: 100 });
  } catch {
    mistakes.push({ line: firstLine, message: 'its aliases (*) stand for too much' });
  }
  return {
    value,
    mistakes,
    keyLines,
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const offset = offsetOf(path.slice(0, length));
        if (offset !== undefined) return lineAt(offset);
      }
      return firstLine;
    },
  };
}

/** Aliases such as `*name` that stand for nothing, or for something that they are a part of. */
function wrongAliases(document: Document): { offset: number; message: string }[] {
  const wrong: { offset: number; message: string }[] = [];
  visit(document, {
    Alias(_, alias, parents) {
      const meant = alias.resolve(document);
      if (meant && !parents.some((parent) => parent === meant)) return;
      const message = `\`*${alias.source}\` stands for ${meant ? 'itself' : 'nothing'}`;
      wrong.push({ offset: alias.range?.[0] ?? 0, message });
    },
  });
  return wrong;
}
