import type { Root } from 'mdast';
import { stringify } from 'yaml';
import { guessType } from './article-type.ts';
import type { PlannedCategory } from './categories.ts';
import type { Loss } from './loss.ts';
import type { Target } from './plan.ts';
import type { PreparedDocument } from './prepared-document.ts';
import { firstParagraph, shorten } from './summary.ts';

const MAX_TITLE = 120;
const MAX_DESCRIPTION = 320;
/** A description that is taken from the text. */
const FROM_TEXT = 200;

/** The file of an article: front matter in the order of the schema, then the text. */
export function articleText(
  { document, mapped }: PreparedDocument,
  target: Target,
  category: PlannedCategory | undefined,
  body: string,
  tree: Root,
  headings: readonly string[],
  redirectFrom: readonly string[],
  losses: Loss[],
): string {
  const lose = (message: string, key = 'title') => {
    losses.push({ kind: 'frontmatter', file: document.file, line: document.keyLines[key] ?? 1, message });
  };
  const title = shorten(target.title, MAX_TITLE);
  const isCut = title !== target.title;
  if (isCut) {
    lose(
      `The title is longer than ${MAX_TITLE} characters and is cut; the whole stands under \`questions\`.`,
    );
  }
  const described = mapped.description || firstParagraph(tree);
  const description = shorten(described, mapped.description ? MAX_DESCRIPTION : FROM_TEXT) || title;
  if (mapped.description && description !== mapped.description) {
    lose(`The description is longer than ${MAX_DESCRIPTION} characters and is cut.`, 'description');
  }
  if (!described) lose('There is neither a description nor a paragraph; the title stands in for it.');
  const type = mapped.type ?? guessType(title, document.parts, headings, tree);
  const isDefaultId = target.id === `${category?.id ?? target.folder}/${target.slug}`;
  return file(
    {
      title,
      description,
      type,
      id: isDefaultId ? undefined : target.id,
      level: mapped.level,
      questions: isCut ? [target.title] : undefined,
      tags: mapped.tags.length > 0 ? mapped.tags : undefined,
      owner: mapped.owner,
      reviewed: mapped.reviewed,
      draft: mapped.draft || undefined,
      publishAt: mapped.publishAt,
      expiresAt: mapped.expiresAt,
      redirectFrom: redirectFrom.length > 0 ? redirectFrom : undefined,
      order: mapped.order,
    },
    body,
  );
}

/** The `index.md` of a category. */
export function categoryText({ id, folder, title, description, order }: PlannedCategory): string {
  const name = shorten(title, 80);
  return file({
    title: name,
    description: shorten(description ?? '', MAX_DESCRIPTION) || name,
    id: id === folder ? undefined : id,
    order,
  });
}

/** A first `site.yaml`, to be completed by hand. */
export function siteText(title: string | undefined, locales: readonly string[]): string {
  const names = Object.fromEntries(
    locales.map((locale) => [locale, title ?? (locale === 'de' ? 'Hilfe' : 'Help')]),
  );
  return [
    '# What holds for the whole help centre. Put your own name and address in.',
    stringify({ title: names, url: 'https://help.example.com', locales }, STYLE),
  ].join('\n');
}

const STYLE = { lineWidth: 0 } as const;

function file(frontmatter: Record<string, unknown>, body = ''): string {
  const text = body.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return `---\n${stringify(frontmatter, STYLE)}---\n${text ? `\n${text}\n` : ''}`;
}
