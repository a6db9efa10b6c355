import { type FieldError, pointerTo } from '../problem.ts';

/** The longest sheet has fewer. */
const MOST_FIELDS = 1000;

/** A question with several answers sends each of them under the same name. */
const MAY_REPEAT = /^answers\./;

/** The name that reaches into every object of a program that uses it carelessly. */
const REACHING = /(?:^|\.)__proto__$/;

/**
 * The fields of a posted form (`application/x-www-form-urlencoded`), or what is wrong with them: bytes that are no UTF-8,
 * NUL, a field twice, too many of them.
 */
export function formFields(text: string): URLSearchParams | FieldError {
  if (!isUtf8(text)) return { pointer: '#', detail: 'must be UTF-8' };
  const fields = new URLSearchParams();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    const pointer = pointerTo(name.split('.'));
    if (count > MOST_FIELDS) return { pointer: '#', detail: `must hold at most ${MOST_FIELDS} fields` };
    if (REACHING.test(name)) return { pointer, detail: 'is not known here' };
    if (name.includes('\0') || value.includes('\0')) return { pointer, detail: 'must not hold NUL' };
    if (fields.has(name) && !MAY_REPEAT.test(name)) return { pointer, detail: 'is given twice' };
    // A form ends lines with CRLF, which nobody typed.
    fields.append(name, value.replaceAll('\r\n', '\n'));
  }
  return fields;
}

/** `URLSearchParams` would put U+FFFD in the place of what is none. */
function isUtf8(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
