import { externalLinks, type LinkUse } from '../links/external-links.ts';
import type { LinkAnswer } from '../links/link-outcome.ts';
import { listed } from './listed.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of an article, so many are reckoned to follow a link in it: one in twenty. */
const WEIGHT = 0.05;

/** What the other site said, in few words. */
const ANSWERS: Partial<Record<LinkAnswer, string>> = {
  'not-found': 'there was no such page (404)',
  gone: 'the page had been taken down (410)',
  'no-such-host': 'there was no such site',
};

const HINTS: Record<LinkUse['kind'], string> = {
  link: 'Link to where it is today, or take the link out.',
  image: 'Put the picture beside the article, or take it out.',
  dependency: 'Look whether the answer still holds, and name the address where the facts are today.',
};

/**
 * A link leads to a page of another site that is no longer there.
 *
 * Why: whoever follows it came for something that your article leaves out, and is sent to an error.
 *
 * To mend: find where the page has gone, or another page that says the same, and link there; or say it yourself.
 *
 * `npm run links` looks at the addresses; the audit only reads what it saw. A page counts as gone when it was
 * missing on two different days. A site that turns the look away, is slow or is down for a while counts for
 * nothing, and neither do links in drafts.
 *
 * @example
 * // seen by npm run links on 2026-07-20 and 2026-07-27
 * 'https://example.com/terms is gone: on 2026-07-20 and again on 2026-07-27, there was no such page (404).'
 */
export const deadLink: Rule = {
  name: 'dead-link',
  summary: 'A link leads to a page that is no longer there.',
  rests: 'facts',
  needs: ['links'],
  find: (context) =>
    context.articles.flatMap((article) =>
      [...externalLinks(article)].flatMap(([address, uses]) => {
        const record = context.links?.get(address);
        if (record?.state !== 'dead') return [];
        const { firstMissing, lastMissing = '', missingBecause = 'not-found' } = record;
        if (lastMissing > context.today) return [];
        const lines = [...new Set(uses.map(({ line }) => line))];
        const where = lines.length > 1 ? ` It is on lines ${listed(lines)}.` : '';
        return {
          ...about(article),
          line: lines[0] ?? 1,
          rule: deadLink.name,
          severity: 'warning',
          message: `${address} is gone: on ${firstMissing} and again on ${lastMissing}, ${ANSWERS[missingBecause]}.${where}`,
          hint: HINTS[uses[0]?.kind ?? 'link'],
          impact: WEIGHT * readersOf(article, context),
          since: firstMissing,
        };
      }),
    ),
};
