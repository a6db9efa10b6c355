import { addressOf } from '../core/article.ts';
import { votesAside } from '../core/aside-in-words.ts';
import { dayOf } from '../core/calendar.ts';
import type { Explanation } from '../core/explanation.ts';
import { REASONS } from '../core/feedback.ts';
import { oneLine } from '../core/quoting/safe-text.ts';
import { percent } from '../core/rules/share-in-words.ts';
import type { TextVersion } from '../core/series/vote-series.ts';
import type { EditVerdict } from '../core/statistics/edit-verdict.ts';
import type { Votes } from '../core/statistics/votes.ts';
import { wilson } from '../core/statistics/wilson.ts';

/** Of long lists, so many are shown. */
const MOST = 20;

/** Everything that is known of one article, for a person at a terminal. */
export function explanationText(known: Explanation, folder: string): string {
  const { article } = known;
  return [
    article.frontmatter.title,
    `${folder.replace(/\/+$/, '')}/${article.path}  ${addressOf(article)}`,
    [article.frontmatter.type, `owner ${article.frontmatter.owner ?? 'nobody'}`, ...reviewOf(known)].join(
      ', ',
    ),
    '',
    ...part('To mend', toMend(known), 'Nothing.'),
    ...part('Texts and votes, the newest first', known.versions.map(versionLine), 'No history.'),
    ...part('Did the last change of substance help?', known.lastEdit ? verdictLines(known.lastEdit) : []),
    ...part('Reasons since the last change of substance', reasonLines(known)),
    ...part('Comments, the newest first', cut(commentLines(known))),
    ...part('Searches that led here', cut(searchLines(known))),
    ...part('Readers on their way to a person', contactLines(known)),
    ...part('Votes that do not count', votesAside(known.aside) ? [votesAside(known.aside)] : []),
    ...part('Links to this article', cut(known.linkedFrom), 'None.'),
    ...part('Links from this article', cut([...new Set(article.outline.links.map(({ target }) => target))])),
    ...part(
      'Other languages',
      known.translations.map(({ path }) => path),
    ),
  ]
    .join('\n')
    .trimEnd();
}

function part(title: string, lines: readonly string[], otherwise?: string): string[] {
  if (lines.length === 0 && otherwise === undefined) return [];
  const shown = lines.length > 0 ? lines : [otherwise ?? ''];
  return [title, ...shown.map((line) => `  ${line}`), ''];
}

function cut(lines: readonly string[]): string[] {
  return lines.length > MOST ? [...lines.slice(0, MOST), `… and ${lines.length - MOST} more`] : [...lines];
}

function reviewOf({ review, reviews }: Explanation): string[] {
  if (!review) return ['never reviewed'];
  const earlier = reviews.filter((day) => day < review.from);
  return [
    review.reviewed
      ? `reviewed ${review.from}, next review due ${review.due}`
      : `never reviewed, first review due ${review.due}`,
    ...(earlier.length > 0 ? [`reviewed before on ${earlier.slice(0, 5).join(', ')}`] : []),
  ];
}

function toMend({ findings }: Explanation): string[] {
  return findings.flatMap(({ severity, rule, message, hint }) => [
    `${severity} ${rule}: ${oneLine(message)}`,
    `→ ${oneLine(hint)}`,
  ]);
}

function versionLine({ commit, edit, feedback, revision }: TextVersion): string {
  return [
    commit?.day ?? 'not committed',
    (commit?.hash ?? '').slice(0, 8).padEnd(8),
    (edit ?? 'first text').padEnd(10),
    revision,
    feedback ? votesInWords(feedback) : 'no votes',
    oneLine(commit?.subject ?? ''),
  ]
    .join('  ')
    .trimEnd();
}

function votesInWords({ helpful, unhelpful }: Votes): string {
  const total = helpful + unhelpful;
  if (total === 0) return 'no votes';
  const { low, high } = wilson(helpful, total);
  return `helped ${helpful} of ${total}: ${percent(helpful / total)} % (${percent(low)} to ${percent(high)} %)`;
}

function verdictLines({ verdict, before, after, change, interval }: EditVerdict): string[] {
  const answers = {
    helped: 'It helped.',
    hurt: 'It hurt.',
    'too few votes': 'Too few votes to tell.',
  } as const;
  return [
    answers[verdict],
    `before: ${votesInWords(before)}`,
    `after: ${votesInWords(after)}`,
    ...(change === undefined
      ? []
      : [
          `change: ${points(change)} points of a hundred (probably ${points(interval.low)} to ${points(interval.high)})`,
        ]),
  ];
}

function reasonLines({ current }: Explanation): string[] {
  return REASONS.flatMap((reason) => {
    const count = current?.reasons[reason] ?? 0;
    return count > 0 ? [`${String(count).padStart(4)}  ${reason}`] : [];
  });
}

function commentLines({ comments }: Explanation): string[] {
  return comments.map(
    ({ id, received, reason, helpful, comment }) =>
      `${dayOf(received)}  ${id.slice(0, 8)}  ${helpful ? 'yes' : (reason ?? 'no')}  “${oneLine(comment)}”`,
  );
}

function searchLines({ searches }: Explanation): string[] {
  return searches.map(({ opens, query }) => `${String(opens).padStart(4)}  ${oneLine(query)}`);
}

function contactLines({ contacts }: Explanation): string[] {
  if (!contacts) return [];
  const views = contacts.views === undefined ? '' : `, of ${contacts.views} views in the same days`;
  return [
    `${contacts.contacts} looked for a person${views}; ${contacts.solved} said that this article had solved it.`,
  ];
}

function points(change: number): string {
  return `${change > 0 ? '+' : ''}${percent(change)}`;
}
