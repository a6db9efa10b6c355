import { readFile, writeFile } from 'node:fs/promises';
import { RULE_NAMES, rules } from '../src/core/rules/index.ts';
import type { Ground } from '../src/core/rules/rule.ts';
import { UserError } from '../src/core/user-error.ts';
import { EXIT, runCommand } from './command.ts';
import { ruleComment } from './rule-comments.ts';

/** The article that explains every rule to support writers. */
const PAGE = 'content/en/votes/audit-rules.md';
const BEGIN = '<!-- Written by npm run rules from src/core/rules: change it there. -->';
const END = '<!-- End of what npm run rules writes. -->';

const BUILDS: Record<Ground, string> = {
  votes: 'no, its votes prove nothing yet',
  age: 'yes, except in the files that the change touches',
  facts: 'yes',
};

/** The part of the page that stands between the marks. */
async function reference(): Promise<string> {
  const sections = await Promise.all(
    RULE_NAMES.map(async (name) => {
      const rule = rules.find((one) => one.name === name);
      const file = rule ? name : 'silences';
      const source = await readFile(new URL(`../src/core/rules/${file}.ts`, import.meta.url), 'utf8');
      const { meaning, why, mend, example } = ruleComment(source, rule ? camelCase(name) : 'UNUSED_SILENCE');
      return [
        `## ${name}`,
        ...meaning,
        `**Why:** ${why}`,
        `**To mend:** ${mend}`,
        `**May fail a build:** ${rule?.proves ? 'only where votes prove it' : BUILDS[rule?.rests ?? 'facts']}.`,
        `**Example:** ${example.situation}`,
        `> ${example.message}`,
      ].join('\n\n');
    }),
  );
  return [BEGIN, ...sections, END].join('\n\n');
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

await runCommand<{ check: boolean }>({
  name: 'rules',
  summary: `Writes what each rule of the audit says about itself into ${PAGE}.`,
  examples: [
    ['npm run rules', 'after a rule was added or its comment changed'],
    ['npm run rules -- --check', 'only says whether the page is up to date'],
  ],
  options: (command) =>
    command.option('--check', 'write nothing; exit 1 if the page is not up to date', false),
  run: async ({ check }) => {
    const before = await readFile(PAGE, 'utf8');
    const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
    if (start < 0 || end < start) {
      throw new UserError(
        `${PAGE} has no place for the rules.`,
        `Put these lines into it:\n${BEGIN}\n${END}`,
      );
    }
    const after = before.slice(0, start) + (await reference()) + before.slice(end + END.length);
    if (after === before) {
      console.log('The page of the rules is up to date.');
      return EXIT.fine;
    }
    if (check) {
      console.error(`${PAGE} is not up to date: run npm run rules.`);
      return EXIT.findings;
    }
    await writeFile(PAGE, after);
    console.log(`Wrote ${PAGE}`);
    return EXIT.fine;
  },
});
