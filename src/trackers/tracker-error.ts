import { oneLine } from '../core/quoting/safe-text.ts';
import { UserError } from '../core/user-error.ts';
import type { Tracker } from './tracker.ts';

/** Longest stretch of a tracker's own words, in characters. */
const LONGEST_DETAIL = 300;
const AGAIN = 'run the command again: what is done already is not done twice.';

/** What a refusal of a tracker means, and what to do about it. */
export function trackerError(
  status: number,
  answer: string,
  { name, tokenName, repository }: Tracker,
  pause?: number,
): UserError {
  const detail = detailOf(answer);
  const why = detail && ` (${detail})`;
  if (pause !== undefined && (status === 429 || status === 403)) {
    const minutes = Math.ceil(pause / 60);
    return new UserError(
      `${name} takes no more requests for now${why}.`,
      `In ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, ${AGAIN}`,
    );
  }
  switch (status) {
    case 401:
      return new UserError(
        `${name} does not accept the token in ${tokenName}${why}.`,
        'Make a new one; the old one may have expired.',
      );
    case 403:
      return new UserError(
        `The token in ${tokenName} may not change issues of ${repository} on ${name}${why}.`,
        name === 'GitHub'
          ? 'Give it "Issues: read and write"; in GitHub Actions: `permissions: { issues: write }`.'
          : 'Give it the scope `api` and at least the role Reporter.',
      );
    case 404:
      return new UserError(
        `There is no ${repository} on ${name}, or the token in ${tokenName} may not see it${why}.`,
        'Name it with --repository, e.g. --repository example/help.',
      );
    case 410:
      return new UserError(`Issues are turned off for ${repository}${why}.`, 'Turn them on in its settings.');
    case 400:
    case 422:
      return new UserError(
        `${name} refuses an issue${why}.`,
        'Often an account in `audit.assignees` in site.yaml has no access to the repository.',
      );
    default:
      if (status >= 300 && status < 400) {
        return new UserError(
          `${repository} has moved on ${name}.`,
          'Name its new place with --repository, e.g. --repository example/help.',
        );
      }
      return new UserError(`${name} failed with status ${status}${why}.`, `Later, ${AGAIN}`);
  }
}

/** What the tracker says itself, on one line; a page for browsers says nothing. */
function detailOf(answer: string): string {
  try {
    const { message, error, errors } = JSON.parse(answer);
    const parts = [message ?? error, ...(Array.isArray(errors) ? errors : [])];
    const said = parts
      .filter((part) => part !== undefined && part !== null)
      .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
      .join('; ');
    return oneLine(said).slice(0, LONGEST_DETAIL);
  } catch {
    return '';
  }
}
