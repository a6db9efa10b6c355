import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readOutline } from '../src/readers/outline.ts';

// How long the articles of a folder take to read: remark's tree alone, and our whole outline.
// Usage: node bench/markdown.ts FOLDER
const folder = process.argv[2] ?? 'content';
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
const remark = unified().use(remarkParse).use(remarkGfm);

const parsers = {
  remark: (text: string) => remark.parse(text),
  outline: (text: string) => readOutline(text, 'md'),
};
const seconds = Object.entries(parsers).map(([name, parse]) => {
  for (const text of texts.slice(0, 20)) parse(text);
  const started = performance.now();
  for (const text of texts) parse(text);
  return [name, (performance.now() - started) / 1000] as const;
});
const [[, slow = 1] = []] = seconds;
console.log(`${texts.length} files`);
for (const [name, time] of seconds)
  console.log(`${name.padEnd(8)} ${time.toFixed(2)} s  x ${(slow / time).toFixed(1)}`);
