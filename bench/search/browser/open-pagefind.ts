export interface Found {
  id: string;
  score: number;
  data(): Promise<{ url: string }>;
}

/** Opens an index of Pagefind with the program that comes with it. */
export async function openPagefind(folder: string) {
  const engine = await import(/* @vite-ignore */ new URL(`${folder}pagefind.js`, location.href).href);
  await engine.options({ baseUrl: '/' });
  const documents = new Map<string, Promise<string>>();
  return {
    search: async (words: string): Promise<Found[]> => (await engine.search(words))?.results ?? [],
    /** Ids of the found documents. Each is read once: what is measured is their order, not their excerpts. */
    documents: (found: readonly Found[]): Promise<string[]> =>
      Promise.all(found.map((one) => documents.getOrInsertComputed(one.id, () => documentOf(one)))),
  };
}

async function documentOf(found: Found): Promise<string> {
  const { url } = await found.data();
  return decodeURIComponent(url.replaceAll('/', ''));
}
