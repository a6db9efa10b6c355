import type { Article } from '../core/article.ts';
import type { Synonyms } from '../core/synonyms.ts';

/**
 * The page that the search engine reads for an article: its words by section, and with them what customers call
 * it. Made from the outline rather than from the built page, so that the preview searches the same.
 *
 * Words of the customer stand in attributes, where they are found but never shown.
 */
export function indexPage(article: Article, categoryTitle: string, synonyms: Synonyms): string {
  const { frontmatter, outline, locale } = article;
  const words = [
    frontmatter.title,
    ...outline.sections.map(({ heading, text }) => `${heading?.text ?? ''} ${text}`),
  ];
  const meta = {
    article: article.id,
    category: categoryTitle,
    type: frontmatter.type,
    description: frontmatter.description,
    questions: frontmatter.questions.join(' · '),
    tags: frontmatter.tags.join(' '),
    synonyms: synonymsIn(words.join(' '), synonyms[locale] ?? []).join(' '),
  };
  const attributes = Object.entries(meta)
    .filter(([, value]) => value)
    .map(
      ([name, value]) => `<p data-value="${escapeHtml(value)}" data-pagefind-meta="${name}[data-value]"></p>`,
    );
  const sections = outline.sections.map(({ heading, text }) => {
    const level = Math.min(6, Math.max(2, heading?.depth ?? 2));
    const title = heading
      ? `<h${level} id="${escapeHtml(heading.anchor)}">${escapeHtml(heading.text)}</h${level}>`
      : '';
    return `${title}<p>${escapeHtml(text).replaceAll('\n', '</p><p>')}</p>`;
  });
  return [
    `<html lang="${escapeHtml(locale)}"><body><main data-pagefind-body>`,
    ...attributes,
    `<h1>${escapeHtml(frontmatter.title)}</h1>`,
    ...sections,
    '</main></body></html>',
  ].join('\n');
}

/** Words that mean the same as a word of the text and do not stand in it themselves. */
function synonymsIn(text: string, groups: readonly (readonly string[])[]): string[] {
  const words = ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const has = (phrase: string) => words.includes(` ${phrase.toLowerCase()} `);
  return groups.filter((group) => group.some(has)).flatMap((group) => group.filter((phrase) => !has(phrase)));
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
