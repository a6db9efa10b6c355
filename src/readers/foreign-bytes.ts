/** What a file is that was taken for text, and what to do with it. */
export interface ForeignFormat {
  /** E.g. `compressed with gzip` */
  what: string;
  hint: (file: string) => string;
}

interface Signature extends ForeignFormat {
  bytes: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x1f, 0x8b],
    what: 'compressed with gzip',
    hint: (file) => `Unpack it first: gunzip --keep ${file}`,
  },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    what: 'compressed with zstd',
    hint: (file) => `Unpack it first: unzstd ${file}`,
  },
  { bytes: [0x50, 0x4b, 3, 4], what: 'a ZIP file', hint: (file) => `Unpack it first: unzip ${file}` },
  {
    bytes: [...Buffer.from('SQLite format 3\0')],
    what: 'a database',
    hint: (file) => `Name it without the ending: mv ${file} feedback.db`,
  },
  // What a shell of Windows makes of `curl … > feedback.jsonl`.
  {
    bytes: [0xff, 0xfe],
    what: 'written in UTF-16',
    hint: (file) => `Let curl write it: curl … -o ${file}, not > ${file}`,
  },
];

/** What these first bytes of a file tell, if they are none of a text in UTF-8. */
export function foreignFormat(begin: Uint8Array): ForeignFormat | undefined {
  return SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => begin[index] === byte));
}
