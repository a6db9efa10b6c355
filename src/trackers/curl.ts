import type { Tracker, TrackerRequest } from './tracker.ts';

/**
 * A request as a line for a shell, with the token taken from the environment when it runs. Whatever the request holds,
 * it does nothing else: it stands in single quotes, and has no line end or other control character in it.
 */
export function curlLine({ method, url, body }: TrackerRequest, { headers, tokenName }: Tracker): string {
  const said = body && {
    ...headers,
    'content-type': 'application/json',
  };
  return [
    'curl --fail-with-body --silent --show-error',
    `--request ${method}`,
    `--header "Authorization: Bearer $${tokenName}"`,
    ...Object.entries(said ?? headers).map(([name, value]) => `--header ${inShell(`${name}: ${value}`)}`),
    ...(body ? [`--data-raw ${inShell(JSON.stringify(body))}`] : []),
    inShell(url),
  ].join(' ');
}

function inShell(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) =>
    [...Array(sign.length).keys()]
      .map((place) => `\\u${sign.charCodeAt(place).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  return `'${plain.replaceAll("'", "'\\''")}'`;
}
