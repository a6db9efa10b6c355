import type { Article } from '../article.ts';
import type { Day } from '../calendar.ts';
import { resolveTarget } from '../link-target.ts';
import { screensOf } from '../products.ts';
import { about, type Rule, type RuleContext, readersOf } from './rule.ts';

/** Of the readers of an article with a picture of an old screen, so many are reckoned to be stopped by it: one in ten. */
const WEIGHT = 0.1;

/**
 * A picture shows a screen as it was before its last change.
 *
 * Why: readers who do not see what the picture shows stop and doubt the whole answer.
 *
 * To mend: take the picture again and replace the file; where the article says when it was `taken`, write the new day.
 *
 * It looks at pictures that the article names under `screenshots` with the product's screen; products.yaml says when the
 * screen last changed. Without `taken`, the picture is as old as the last commit of its file.
 *
 * @example
 * // screenshots: [{ image: images/pay.png, screen: app/billing, taken: 2026-01-10 }]; products.yaml: billing: 2026-05-02
 * 'The picture images/pay.png is of 2026-01-10; its screen app/billing changed on 2026-05-02.'
 */
export const oldScreenshot: Rule = {
  name: 'old-screenshot',
  summary: 'A picture shows a screen as it was before its last change.',
  rests: 'facts',
  uses: ['history'],
  find: (context) => {
    const screens = screensOf(context.content.products ?? {});
    return context.articles.flatMap((article) =>
      article.frontmatter.screenshots.flatMap(({ image, screen, taken }) => {
        const changed = screens.get(screen);
        const day = taken && taken <= context.today ? taken : lastCommit(article, image, context);
        if (!changed || changed > context.today || !day || day >= changed) return [];
        const place = article.outline.images.find(({ source }) => source === image);
        return {
          ...about(article, 'screenshots'),
          ...(place && { line: place.line }),
          rule: oldScreenshot.name,
          severity: 'warning',
          message: `The picture ${image} is of ${day}; its screen ${screen} changed on ${changed}.`,
          hint: taken
            ? `Take the picture again, replace the file, and set \`taken: ${context.today}\`.`
            : 'Take the picture again, and replace the file.',
          impact: WEIGHT * readersOf(article, context),
          since: changed,
        };
      }),
    );
  },
};

function lastCommit(
  { path }: Article,
  image: string,
  { history, today }: Pick<RuleContext, 'history' | 'today'>,
): Day | undefined {
  const target = resolveTarget(image, path);
  if (target.kind !== 'file') return undefined;
  return history.commits.get(target.path)?.find(({ day }) => day <= today)?.day;
}
