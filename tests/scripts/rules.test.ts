import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ruleComment } from '../../scripts/rule-comments.ts';
import { RULE_NAMES } from '../../src/core/rules/index.ts';
import { runScript } from './run-script.ts';

const SOURCE = `
/**
 * The shop has closed. A shop that
 * opens later has not.
 *
 * Why: customers stand before the door.
 *
 * To mend: \`open\` it.
 *
 * It may be set.
 *
 * @example
 * // closed since Monday
 * 'It closed ' +
 *   "on 2026-03-02."
 */
export const closed: Rule = { name: 'closed' };
/** Says little. */
export const silent = 1;
`;

test('the doc comment of a rule is taken apart into what writers ask', () => {
  expect(ruleComment(SOURCE, 'closed')).toEqual({
    meaning: ['The shop has closed. A shop that opens later has not.', 'It may be set.'],
    why: 'Customers stand before the door.',
    mend: '`open` it.',
    example: { situation: 'closed since Monday', message: 'It closed on 2026-03-02.' },
  });
});

test('a comment that leaves something out is refused', () => {
  expect(() => ruleComment(SOURCE, 'silent')).toThrow('no paragraph that begins with "Why:"');
  expect(() => ruleComment(SOURCE, 'missing')).toThrow('missing has no doc comment.');
});

test('the page of the rules is up to date and has a section for each', async () => {
  expect(await runScript('rules', '--check')).toMatchObject({ code: 0 });
  expect(await sectionsOf('content/en/votes/audit-rules.md')).toEqual(RULE_NAMES);
});

test('the German page has a section for each rule, too', async () => {
  expect(await sectionsOf('content/de/rueckmeldungen/regeln-der-arbeitsliste.md')).toEqual(RULE_NAMES);
});

async function sectionsOf(file: string): Promise<(string | undefined)[]> {
  const page = await readFile(file, 'utf8');
  return [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
}
