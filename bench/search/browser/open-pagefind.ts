export interface Found {
  id: string;
  score: number;
  data(): Promise<{ url: string }>;
}

/** Opens an index of Pagefind with the program that comes with it. */
export async function openPagefind(folder: string) {
  const engine = await import(/* @vite-ignore */ new URL(`${folder}pagefind.js`, location.href).href);
  await engine.options({ baseUrl: '/' });
  return {
    search: async (words: string): Promise<Found[]> => (await engine.search(words))?.results ?? [],
    /** Ids of the found documents. */
    documents: async (found: readonly Found[]): Promise<string[]> => {
      const data = await Promise.all(found.map((one) => one.data()));
      return data.map(({ url }) => decodeURIComponent(url.replaceAll('/', '')));
    },
  };
}
