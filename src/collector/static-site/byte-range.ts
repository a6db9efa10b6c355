/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Which part of a file is asked for (RFC 9110, section 14). Where several are, or in other units than bytes, the whole
 * file is the right answer.
 *
 * @param header the value of `Range`
 * @param size of the file in bytes
 *
 * @example
 * byteRange('bytes=0-99', 1000); // { start: 0, end: 99 }
 * byteRange('bytes=-100', 1000); // { start: 900, end: 999 }
 * byteRange('bytes=1000-', 1000); // 'none'
 * byteRange('bytes=0-9,20-29', 1000); // 'whole'
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'none' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return 'whole';
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'whole';
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : 'none';
}
