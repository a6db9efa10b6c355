import { addressOf } from '../core/article.ts';
import { absolute, articlesOf, categoriesOf, site, translationsOf } from '../site/page-context.ts';

/** Every page that search engines should know, with its languages and the day of its last change. */
export async function GET(): Promise<Response> {
  const urls = await Promise.all(
    site.locales.map(async (locale) => {
      const articles = await Promise.all(
        (await articlesOf(locale)).map(async (article) =>
          urlElement(addressOf(article), await translationsOf(article), article.updated),
        ),
      );
      const categories = (await categoriesOf(locale)).map(({ category }) =>
        urlElement(`/${locale}/${category.folder}/`),
      );
      return [urlElement(`/${locale}/`), urlElement(`/${locale}/contact/`), ...categories, ...articles];
    }),
  );
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls.flat(),
    '</urlset>',
  ].join('\n');
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
}

function urlElement(
  address: string,
  translations: { locale: string; address: string }[] = [],
  changed?: string,
): string {
  const alternates = translations.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other.locale}" href="${absolute(other.address)}"/>`,
  );
  const day = changed ? `<lastmod>${changed}</lastmod>` : '';
  return `<url><loc>${absolute(address)}</loc>${day}${alternates.join('')}</url>`;
}
