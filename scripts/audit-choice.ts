import type { Day } from '../src/core/calendar.ts';
import type { Content } from '../src/core/content.ts';
import type { Choice } from '../src/core/finding-choice.ts';
import { nearest } from '../src/core/nearest.ts';
import { UserError } from '../src/core/user-error.ts';
import type { AuditSubject } from './audit-subject.ts';

/** What a person wants to see of the list, in their own words. */
interface Wish {
  owner?: string;
  /** Folder or id. */
  category?: string;
  locale?: string;
  rule?: readonly string[];
  since?: Day;
}

/**
 * Which findings a person asks for.
 *
 * @throws {UserError} if nothing has this name: a slip in it would look like a help centre that is in order
 */
export function choiceOf(
  { owner, category, locale, rule, since }: Wish,
  { content, site }: Pick<AuditSubject, 'content' | 'site'>,
): Choice {
  const owners = new Set(content.articles.flatMap(({ frontmatter }) => frontmatter.owner ?? []));
  if (owner !== undefined && !owners.has(owner)) {
    const near = nearest(owner, [...owners]);
    throw new UserError(
      `No article has the owner ${owner}.`,
      near ? `Did you mean ${near}?` : 'Name one as it stands under `owner` in the articles.',
    );
  }
  if (locale !== undefined && !site.locales.includes(locale)) {
    throw new UserError(`The site has no language ${locale}.`, `Name one of ${site.locales.join(', ')}.`);
  }
  return { owner, rules: rule, locale, folders: foldersOf(content, category), since };
}

/** Folders of a category in every language, by its folder or its id. */
function foldersOf({ categories }: Content, name?: string): Set<string> | undefined {
  if (name === undefined) return undefined;
  const meant = categories.filter(({ id, folder }) => id === name || folder === name);
  if (meant.length === 0) {
    const near = nearest(name, [...new Set(categories.flatMap(({ id, folder }) => [id, folder]))]);
    throw new UserError(
      `There is no category ${name}.`,
      near ? `Did you mean ${near}?` : 'Name its folder, e.g. billing.',
    );
  }
  // The same category may have another folder in another language.
  const ids = new Set(meant.map(({ id }) => id));
  return new Set(
    categories.filter(({ id }) => ids.has(id)).map(({ locale, folder }) => `${locale}/${folder}`),
  );
}
