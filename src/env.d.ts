declare module 'virtual:kundig' {
  import type { Category } from './core/article.ts';
  import type { Site } from './core/site.ts';
  import type { Survey } from './core/survey.ts';
  import type { Texts } from './core/texts.ts';

  export const site: Site;
  export const survey: Survey | undefined;
  export const categories: Category[];
  /** By language. */
  export const texts: Record<string, Texts>;
}
