/**
 * What the rules of the audit that rest on the texts find in help centres, and the processor time that each takes: in the
 * content folders that are named, and in 5,000 made articles. `--names` prints the findings, to be looked at.
 * Run: `npx node bench/content-rules.ts [--names] [FOLDER…]`, each a content folder as `npm run import` writes it
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { NO_FEEDBACK } from '../src/core/audit-feedback/audit-feedback.ts';
import { dayOf } from '../src/core/calendar.ts';
import { type Content, publishedArticles } from '../src/core/content.ts';
import { dependsOn } from '../src/core/rules/depends-on.ts';
import { duplicate } from '../src/core/rules/duplicate.ts';
import { expired } from '../src/core/rules/expired.ts';
import { oldScreenshot } from '../src/core/rules/old-screenshot.ts';
import { orphan } from '../src/core/rules/orphan.ts';
import { readability } from '../src/core/rules/readability.ts';
import type { RuleContext } from '../src/core/rules/rule.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { makeHelpCentre } from './audit/made-help-centre.ts';

const RULES = [duplicate, orphan, readability, expired, dependsOn, oldScreenshot];
const MADE = 5000;

const given = process.argv.slice(2);
const folders = given.filter((argument) => argument !== '--names');
const withNames = given.includes('--names');

function contextOf(content: Content): RuleContext | undefined {
  const { site } = content;
  if (!site) return undefined;
  const today = dayOf(new Date());
  return {
    site,
    content,
    articles: publishedArticles(content, today),
    feedback: NO_FEEDBACK,
    series: new Map(),
    current: new Map(),
    history: { commits: new Map() },
    today,
    missing: new Set(),
  };
}

function measure(name: string, content: Content, names: boolean): void {
  const context = contextOf(content);
  if (!context) {
    console.error(`${name}: site.yaml cannot be read.`);
    return;
  }
  const cells = RULES.map((rule) => {
    const before = process.cpuUsage();
    const findings = rule.find(context);
    const { user } = process.cpuUsage(before);
    if (names) for (const { file, message } of findings) console.log(`  ${rule.name} ${file}: ${message}`);
    return `${findings.length} in ${(user / 1e6).toFixed(2)} s`;
  });
  console.log(`| ${[name, context.articles.length, ...cells].join(' | ')} |`);
}

console.log(`| folder | articles | ${RULES.map(({ name }) => name).join(' | ')} |`);
console.log(`| --- | --: ${RULES.map(() => '| --: ').join('')}|`);
for (const folder of folders) {
  const parts = path.resolve(folder).split(path.sep);
  measure(parts.slice(-2).join('/'), await readContent(folder), withNames);
}

const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-rules-'));
try {
  const source = await readContent(path.join(import.meta.dirname, '..', 'content'));
  await makeHelpCentre(dir, source, { articles: MADE, commits: 1 });
  measure('made', await readContent(dir), false);
} finally {
  await rm(dir, { recursive: true, force: true });
}
