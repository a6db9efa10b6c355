import { buildKundig } from './kundig.ts';
import { buildPlainPagefind } from './plain-pagefind.ts';
import type { SearchSet } from './search-set.ts';

/** What a browser needs for a search: files of an index, with the folder among them that it is opened in. */
export interface BuiltIndex {
  files: readonly { path: string; content: Uint8Array | string }[];
  /** E.g. `en/`; empty for the top. */
  folder: string;
}

/** A search that is measured. */
export interface Column {
  /** As it stands above the column. */
  name: string;
  /** Name of the script in `browser/` that asks. */
  script: string;
  build(set: SearchSet): Promise<BuiltIndex>;
}

/** The search whose aims are looked at. */
export const OURS = 'Kundig';

export const COLUMNS: readonly Column[] = [
  { name: 'Pagefind', script: 'pagefind', build: plainPagefind },
  { name: 'Pagefind by word', script: 'pagefind-by-word', build: plainPagefind },
  { name: 'MiniSearch', script: 'minisearch', build: documentsAlone },
  { name: 'BM25', script: 'bm25', build: documentsAlone },
  {
    name: OURS,
    script: 'kundig',
    build: async ({ docs, lang }) => ({ files: await buildKundig(docs, lang), folder: `${lang}/` }),
  },
];

async function plainPagefind({ docs, lang }: SearchSet): Promise<BuiltIndex> {
  return { files: await buildPlainPagefind(docs, lang), folder: '' };
}

/** For engines that make their index in the browser. */
async function documentsAlone({ docs }: SearchSet): Promise<BuiltIndex> {
  return { files: [{ path: 'documents.json', content: JSON.stringify(docs) }], folder: '' };
}
