import { code, link, prose } from '../../core/quoting/markdown.ts';
import type { ArticlePage } from '../article-pages.ts';
import type { Digest } from './digest.ts';
import { SIGNS } from './signs.ts';

/** The digest for a chat, an issue or a mail as plain text. Names of owners call nobody. */
export function digestMarkdown({ title, scope, demo, changed, toDo }: Digest): string {
  const changes = [
    ...changed.figures.map(({ figure, text }) => `- **${prose(figure)}** ${prose(text)}`),
    ...changed.changes.map(({ verdict, label, subject, text }) => {
      return `- ${SIGNS[verdict]} ${label}: **${subjectOf(subject)}**. ${prose(text)}`;
    }),
  ];
  const owners = toDo.owners.map(({ owner, heading, tasks }) =>
    [
      `**${owner ? prose(heading) : heading}**`,
      '',
      ...tasks.map(({ subject, text, detail }) => {
        const name = subject.address ? link(subject.title, subject.address) : code(subject.title);
        return `- ${name}: ${prose(text)}${detail ? ` ${prose(detail)}` : ''}`;
      }),
    ].join('\n'),
  );
  return `${[
    `# ${prose(title)}`,
    scope,
    ...(demo ? [`**${demo}**`] : []),
    `## ${changed.heading}`,
    ...(changes.length > 0 ? [changes.join('\n')] : []),
    ...changed.notes.map(prose),
    `## ${toDo.heading}`,
    ...owners,
    ...toDo.notes.map(prose),
    ...(toDo.list ? [subjectOf(toDo.list)] : []),
  ].join('\n\n')}\n`;
}

function subjectOf({ title, address }: ArticlePage): string {
  return address ? link(title, address) : prose(title);
}
