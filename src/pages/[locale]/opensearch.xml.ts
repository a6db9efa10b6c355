import type { APIContext } from 'astro';
import { absolute, localePaths, pageContext, site } from '../../site/page-context.ts';

export const getStaticPaths = localePaths;

/** The longest names that OpenSearch 1.1 allows. */
const SHORT_NAME = 16;
const LONG_NAME = 48;

/** Says how to search the help centre in this language, so that browsers can offer it among their search engines. */
export function GET({ params }: APIContext): Response {
  const page = pageContext(params.locale ?? '');
  const title = page.text(site.title);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(shortened(title, SHORT_NAME))}</ShortName>
  <LongName>${escapeXml(shortened(title, LONG_NAME))}</LongName>
  <Description>${escapeXml(page.t('search.label'))}</Description>
  <Language>${page.locale}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Image type="image/svg+xml">${escapeXml(absolute('/favicon.svg'))}</Image>
  <Url type="text/html" method="get" template="${escapeXml(absolute(`/${page.locale}/search/`))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
}

/** By whole words where that leaves any. */
function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const words = name.slice(0, most + 1).replace(/\s+\S*$/, '');
  return words.slice(0, most);
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
