import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { type ArticleData, articleLoader } from './site/loader.ts';
import { contentDir } from './site/paths.ts';

export const collections = {
  articles: defineCollection({
    loader: articleLoader(contentDir()),
    // Read and validated by src/readers, which knows the line of each mistake.
    schema: z.custom<ArticleData>(),
  }),
};
