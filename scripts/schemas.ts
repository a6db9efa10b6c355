import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { categoryFrontmatterSchema, frontmatterSchema } from '../src/core/article.ts';
import { findingsDocumentSchema } from '../src/core/findings-document.ts';
import { goldenQueriesSchema } from '../src/core/golden-query.ts';
import { productsSchema } from '../src/core/products.ts';
import { siteSchema } from '../src/core/site.ts';
import { surveySchema } from '../src/core/survey/survey.ts';
import { synonymsSchema } from '../src/core/synonyms.ts';
import { contentOption, EXIT, runCommand } from './command.ts';
import { describeKeys, type JsonSchema } from './schema-comments.ts';

/** Each schema with the file and the variable that hold its comments. */
const SCHEMAS = [
  ['site', siteSchema, 'site.ts', 'siteSchema'],
  ['survey', surveySchema, 'survey/survey.ts', 'surveySchema'],
  ['synonyms', synonymsSchema, 'synonyms.ts', 'synonymsSchema'],
  ['products', productsSchema, 'products.ts', 'productsSchema'],
  ['queries', goldenQueriesSchema, 'golden-query.ts', 'goldenQueriesSchema'],
  ['article', frontmatterSchema, 'article.ts', 'frontmatterSchema'],
  ['category', categoryFrontmatterSchema, 'article.ts', 'categoryFrontmatterSchema'],
] as const;

/** Those of what the commands print. Every site publishes them, under `/schemas/`. */
const PUBLISHED = [
  ['findings', findingsDocumentSchema, 'findings-document.ts', 'findingsDocumentSchema'],
] as const;

/** The JSON schemas by the path of their file. */
async function jsonSchemas(content: string): Promise<Map<string, string>> {
  const folders = [
    { dir: path.join(content, '.schemas'), schemas: SCHEMAS },
    { dir: path.join('public', 'schemas'), schemas: PUBLISHED },
  ];
  const files = new Map<string, string>();
  for (const { dir, schemas } of folders) {
    for (const [name, schema, file, variable] of schemas) {
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
      const source = await readFile(new URL(`../src/core/${file}`, import.meta.url), 'utf8');
      const text = `${JSON.stringify(describeKeys(json, source, variable), null, 2)}\n`;
      files.set(path.join(dir, `${name}.schema.json`), text);
    }
  }
  return files;
}

await runCommand<{ content: string; check: boolean }>({
  name: 'schemas',
  summary:
    'Writes the JSON schemas with which editors complete and check site.yaml, survey.yaml and the others, and those ' +
    'of what the commands print for other programs.',
  examples: [
    ['npm run schemas', 'into content/.schemas and public/schemas'],
    ['npm run schemas -- --check', 'only says whether they are up to date'],
  ],
  options: (command) =>
    command.addOption(contentOption()).option('--check', 'write nothing; exit 1 if a file is not up to date'),
  run: async ({ content, check }) => {
    let outdated = 0;
    for (const [file, text] of await jsonSchemas(content)) {
      if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
      outdated++;
      if (check) {
        console.error(`${file} is not up to date: run npm run schemas.`);
        continue;
      }
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      console.log(`Wrote ${file}`);
    }
    if (outdated === 0) console.log('The schemas are up to date.');
    return check && outdated > 0 ? EXIT.findings : EXIT.fine;
  },
});
