import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import { nearest } from '../nearest.ts';
import { screensOf } from '../products.ts';
import type { Check } from './check.ts';
import { knownProducts } from './known-products.ts';

/** Pictures of screens that the text does not show, of screens that no product has, or taken in the future. */
export const screenshots: Check = ({ articles, files, products }, today) => {
  const known = knownProducts({ files, products });
  const screens = known && [...screensOf(known).keys()];
  return articles.flatMap((article) => {
    const images = article.outline.images.map(({ source }) => source);
    return article.frontmatter.screenshots.flatMap(({ image, screen, taken }) => [
      ...(images.includes(image)
        ? []
        : mistake(
            article,
            `\`screenshots\` names the picture ${image}, which the text does not show.`,
            meantOf(image, images) ?? 'Write it as the text does, or take the entry out.',
          )),
      ...(!screens || screens.includes(screen)
        ? []
        : mistake(
            article,
            `\`screenshots\` names the screen ${screen}, which products.yaml does not have.`,
            meantOf(screen, screens) ?? 'Add it to products.yaml, or mend its name.',
          )),
      ...(!taken || taken <= today
        ? []
        : mistake(
            article,
            `The day on which ${image} was taken (${taken}) lies in the future.`,
            'Write the day on which somebody took the picture.',
          )),
    ]);
  });
};

function meantOf(name: string, known: readonly string[]): string | undefined {
  const meant = nearest(name, known);
  return meant && `Did you mean ${meant}?`;
}

function mistake({ id, locale, path, lines }: Article, message: string, hint: string): Finding[] {
  return [
    {
      rule: 'screenshots',
      severity: 'error',
      article: id,
      locale,
      file: path,
      line: lines.screenshots ?? 1,
      message,
      hint,
    },
  ];
}
