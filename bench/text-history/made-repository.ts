import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { Article } from '../../src/core/article.ts';
import { randomFrom } from '../search/seeded-random.ts';

const CATEGORIES = 40;
const DAY = 86_400;

interface MadeArticle {
  path: string;
  title: string;
  reviewed: string;
  paragraphs: string[];
}

/**
 * Makes a repository of so many articles and commits over two years, out of the paragraphs of real articles. Of the
 * edits, a fifth enters a review, a fifth changes how a paragraph looks, a fifth leaves out a letter, a fifth puts
 * one paragraph in another's place, and a fifth changes a number or says one more.
 */
export async function makeRepository(
  dir: string,
  { articles: count, commits, source }: { articles: number; commits: number; source: readonly Article[] },
): Promise<void> {
  const random = randomFrom(20_261_122);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const paragraphs = source
    .flatMap(({ outline }) => outline.sections.flatMap(({ text }) => text.split('\n')))
    .filter(({ length }) => length > 40);
  const articles = Array.from({ length: count }, (_, number): MadeArticle => {
    return {
      path: `en/category-${number % CATEGORIES}/article-${number}.md`,
      title: `${pick(source).frontmatter.title} (${number})`,
      reviewed: '2026-01-01',
      paragraphs: Array.from({ length: 10 }, () => pick(paragraphs)),
    };
  });
  await mkdir(dir, { recursive: true });
  await run(dir, ['init', '--quiet', '--initial-branch=main']);
  const stream: string[] = [];
  const commit = (number: number, subject: string, files: [path: string, text: string][]) => {
    const at = Date.parse('2024-11-01T00:00:00Z') / 1000 + Math.floor((number * 730 * DAY) / commits);
    stream.push(
      `commit refs/heads/main\ncommitter Writer <writer@example.com> ${at} +0000\n${data(subject)}`,
    );
    for (const [path, text] of files) stream.push(`M 100644 inline ${path}\n${data(text)}`);
  };
  const site = stringify({ title: { en: 'Help' }, url: 'https://help.example.com', locales: ['en'] });
  const categories = Array.from({ length: CATEGORIES }, (_, number): [string, string] => [
    `en/category-${number}/index.md`,
    `---\ntitle: Category ${number}\ndescription: Some answers.\n---\n`,
  ]);
  commit(0, 'Begin', [['site.yaml', site], ...categories]);
  for (let number = 1; number < commits; number++) {
    const article = articles[number - 1] ?? pick(articles);
    if (number > count) edit(article, { random, pick, paragraphs });
    commit(number, `Edit ${article.title}`, [[article.path, fileOf(article)]]);
  }
  await run(dir, ['fast-import', '--quiet'], stream.join(''));
  await run(dir, ['reset', '--quiet', '--hard']);
}

interface Chance {
  random(): number;
  pick<Item>(list: readonly Item[]): Item;
  paragraphs: readonly string[];
}

function edit(article: MadeArticle, { random, pick, paragraphs }: Chance): void {
  const place = Math.floor(random() * article.paragraphs.length);
  const text = article.paragraphs[place] ?? '';
  const letter = Math.floor(random() * (text.length - 1));
  const edits: (() => string)[] = [
    () => {
      article.reviewed = `2026-${String(1 + Math.floor(random() * 9)).padStart(2, '0')}-01`;
      return text;
    },
    () => (text.startsWith('- ') ? text.slice(2) : `- ${text}`),
    () => text.slice(0, letter) + text.slice(letter + 1),
    () => pick(paragraphs),
    () =>
      /\d/.test(text) ? text.replace(/\d+/, (found) => `${Number(found) + 1}`) : `${text} It takes 3 days.`,
  ];
  article.paragraphs[place] = pick(edits)();
}

function fileOf({ title, reviewed, paragraphs }: MadeArticle): string {
  const frontmatter = stringify({ title, description: 'An answer.', type: 'how-to', reviewed });
  return `---\n${frontmatter}---\n\n${paragraphs.join('\n\n')}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function run(dir: string, args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', ['-C', dir, ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
    git
      .on('error', reject)
      .on('close', (code) => (code === 0 ? resolve() : reject(new Error(`git ${args[0]}`))));
    git.stdin.end(input);
  });
}
