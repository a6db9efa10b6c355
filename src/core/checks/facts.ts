import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import { nearest } from '../nearest.ts';
import type { Products } from '../products.ts';
import type { Check } from './check.ts';
import { knownProducts } from './known-products.ts';

/** Files, products and versions on which articles say that they depend, and that are not there. */
export const facts: Check = ({ articles, files, products }) => {
  const known = knownProducts({ files, products });
  return articles.flatMap((article) =>
    article.frontmatter.dependsOn.flatMap((fact): Finding[] => {
      if ('file' in fact && !files.has(fact.file)) return [unknownFile(article, fact.file, files)];
      if ('product' in fact && known) return unknownProduct(article, fact, known);
      return [];
    }),
  );
};

function unknownFile(article: Article, file: string, files: Iterable<string>): Finding {
  const meant = nearest(file, files);
  return {
    ...about(article),
    message: `\`dependsOn\` names the file ${file}, which is not there.`,
    hint: meant ? `Did you mean ${meant}?` : 'Write its path inside the content folder, e.g. prices.yaml.',
  };
}

function unknownProduct(
  article: Article,
  { product, version }: { product: string; version: string },
  products: Products,
): Finding[] {
  const versions = products[product]?.versions.map((one) => one.version);
  if (versions?.includes(version)) return [];
  const meant = versions ? nearest(version, versions) : nearest(product, Object.keys(products));
  const what = versions ? `version "${version}" of ${product}` : `the product ${product}`;
  return [
    {
      ...about(article),
      message: `\`dependsOn\` names ${what}, which products.yaml does not have.`,
      hint: meant ? `Did you mean ${versions ? `"${meant}"` : meant}?` : ADD,
    },
  ];
}

const ADD = 'Add it to products.yaml, or mend its name.';

function about({ id, locale, path, lines }: Article): Omit<Finding, 'message' | 'hint'> {
  return {
    rule: 'unknown-fact',
    severity: 'error',
    article: id,
    locale,
    file: path,
    line: lines.dependsOn ?? 1,
  };
}
