/** The settings of the content folder, made by src/site/settings-module.ts. */
declare module 'virtual:kundig' {
  export const site: import('./core/site.ts').Site;
  export const survey: import('./core/survey/survey.ts').Survey | undefined;
  export const categories: import('./core/article.ts').Category[];
  /** Interface texts by language. */
  export const texts: Record<string, import('./core/texts.ts').Texts>;
}

/** The articles in MDX by path, made by src/site/mdx-module.ts. */
declare module 'virtual:kundig/mdx' {
  export const articles: Record<
    string,
    () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>
  >;
}
