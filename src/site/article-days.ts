import type { Day } from '../core/calendar.ts';
import { UserError } from '../core/user-error.ts';
import { readHistory } from '../readers/git-history.ts';

/**
 * First and last day on which each article was committed. Empty where git cannot tell, because a site can be
 * built without a history; the audit, which needs one, says how to get it.
 */
export async function articleDays(contentDir: string): Promise<Map<string, { created: Day; updated: Day }>> {
  try {
    const history = await readHistory(contentDir);
    return new Map(
      [...history.commits].flatMap(([path, commits]) => {
        const [latest, earliest] = [commits[0], commits.at(-1)];
        return latest && earliest ? [[path, { created: earliest.day, updated: latest.day }]] : [];
      }),
    );
  } catch (error) {
    if (error instanceof UserError) return new Map();
    throw error;
  }
}
