import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Plain text; each line is a paragraph. */
  body: z.string(),
  /** How customers ask for it, besides the title. */
  questions: z.array(z.string()).default([]),
});
const querySchema = z.object({
  q: z.string(),
  /** Ids of the documents that answer it. */
  rel: z.array(z.string()).min(1),
});
const setSchema = z.object({
  name: z.string().regex(/^[\w-]+$/),
  lang: z.string(),
  docs: z.array(documentSchema),
  queries: z.array(querySchema),
});

/** A text that answers questions. */
export type Document = z.infer<typeof documentSchema>;
/** A document with sections under headings of their own. */
export interface LongDocument extends Document {
  parts?: readonly { heading: string; body: string }[];
}
/** What a customer asked, and what answers it. */
export type Query = z.infer<typeof querySchema>;
/** Documents of one subject in one language, with the questions of real customers. */
export type SearchSet = z.infer<typeof setSchema>;

/** Reads every set in a folder, in the order of their names. */
export async function readSets(folder: string): Promise<SearchSet[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => setSchema.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')))),
  );
}

/**
 * Sets that are parts of one collection: several of one language whose names begin alike up to the first hyphen.
 * By that beginning.
 */
export function familiesOf(sets: readonly Pick<SearchSet, 'name' | 'lang'>[]): Map<string, string[]> {
  const alike = Map.groupBy(sets, ({ name, lang }) => `${name.split('-', 1)[0]}\n${lang}`);
  const several = [...alike.values()].filter((members) => members.length > 1);
  return new Map(
    several.map((members) => [members[0]?.name.split('-', 1)[0] ?? '', members.map(({ name }) => name)]),
  );
}
