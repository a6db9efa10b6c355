/** A text on its way from one system to the other, with the line of the source that each of its lines comes from. */
export interface SourceText {
  text: string;
  /** `lines[0]` is the line in the source file of the text's first line. */
  lines: readonly number[];
}

/** A text whose lines stand one below the other in the source, the first of them on `firstLine`. */
export function sourceText(text: string, firstLine: number): SourceText {
  return { text, lines: text.split('\n').map((_, index) => firstLine + index) };
}

/** The line in the source file of the character at an offset. */
export function lineAt({ text, lines }: SourceText, offset: number): number {
  let index = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) index++;
  return lines[Math.min(index, lines.length - 1)] ?? 1;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Changes to a text at offsets of the text as it is, made all at once: what is not changed stays the writer's.
 *
 * @example new Edits().replace(0, 5, 'Good day').apply(sourceText('Hello.', 1)).text // 'Good day.'
 */
export class Edits {
  readonly #edits: Edit[] = [];

  replace(start: number, end: number, text: string): this {
    this.#edits.push({ start, end, text });
    return this;
  }

  insert(at: number, text: string): this {
    return this.replace(at, at, text);
  }

  /** At one place, insertions come before a replacement. Edits that begin inside an earlier one are dropped. */
  apply(source: SourceText): SourceText {
    if (this.#edits.length === 0) return source;
    const edits = this.#edits
      .map((edit, index) => ({ ...edit, index }))
      .sort(
        (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || a.index - b.index,
      );
    const lines: number[] = [];
    let text = '';
    let cursor = 0;
    let sourceIndex = 0;
    let isLineOpen = false;

    const add = (piece: string, isSource: boolean) => {
      for (const [index, part] of piece.split('\n').entries()) {
        if (index > 0) {
          if (!isLineOpen) lines.push(source.lines[sourceIndex] ?? 1);
          isLineOpen = false;
          if (isSource) sourceIndex++;
        }
        if (part && !isLineOpen) {
          lines.push(source.lines[sourceIndex] ?? 1);
          isLineOpen = true;
        }
      }
      text += piece;
    };
    for (const edit of edits) {
      if (edit.start < cursor) continue;
      add(source.text.slice(cursor, edit.start), true);
      add(edit.text, false);
      sourceIndex += source.text.slice(edit.start, edit.end).split('\n').length - 1;
      cursor = edit.end;
    }
    add(source.text.slice(cursor), true);
    if (!isLineOpen) lines.push(source.lines[sourceIndex] ?? 1);
    return { text, lines };
  }
}
