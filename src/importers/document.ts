import type { SourceText } from './source-text.ts';

/** One article of the other system in one language, as it was read, before anything is changed. */
export interface SourceDocument {
  /** Path inside the folder that is imported. */
  file: string;
  locale: string;
  /** Names from the outermost folder down to the article, without endings, languages and `index`. */
  parts: readonly string[];
  /** Is it the page of a folder that holds other documents? Its `parts` name that folder. */
  isSection: boolean;
  format: 'md' | 'mdx';
  frontmatter: Readonly<Record<string, unknown>>;
  /** Line of each top-level key of the front matter. */
  keyLines: Readonly<Record<string, number>>;
  body: SourceText;
  /** What stands after `#` in links to it, where many documents lie in one file. */
  fragment?: string;
  /** Place among its siblings, where the names of the files are numbered. */
  order?: number;
}

/** What the source says about a folder in one language besides its section page. */
export interface SourceSection {
  locale: string;
  parts: readonly string[];
  title: string;
  order?: number;
}
