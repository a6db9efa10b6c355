import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../../src/core/content.ts';
import { revisionOf } from '../../src/core/revision.ts';
import { readOutline } from '../../src/readers/outline.ts';
import { randomFrom } from '../search/seeded-random.ts';

const CATEGORIES = 50;
const PARAGRAPHS = 8;
/** The history is as long as this before {@link LAST_DAY}. */
const DAYS = 720;
const LAST_DAY = Date.parse('2026-10-31T12:00:00Z');
const DAY = 86_400_000;

/** One text that an article had, from an instant on. */
export interface MadeVersion {
  from: number;
  revision: string;
}

/** An article of a made help centre. */
export interface MadeArticle {
  id: string;
  versions: MadeVersion[];
}

interface Text {
  title: string;
  paragraphs: string[];
  reviewed: string;
}

/**
 * Writes a help centre with a history into an empty folder: articles put together out of the paragraphs of other
 * articles, each committed once and then edited in commits of one file. Of the edits, two in five change how the text
 * looks, one in five mends a word, and two in five change what it says. The same content gives the same help centre.
 */
export async function makeHelpCentre(
  dir: string,
  source: Content,
  counts: { articles: number; commits: number },
): Promise<MadeArticle[]> {
  const random = randomFrom(counts.articles);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const pool = source.articles
    .filter(({ locale }) => locale === 'en')
    .flatMap(({ outline }) => outline.sections.flatMap(({ text }) => text.split('\n')))
    .filter((text) => text.length > 60 && !/[<>{}|`*_[\]]/.test(text));
  const words = [...new Set(pool.join(' ').match(/\p{L}{5,}/gu))];

  const texts = Array.from(
    { length: counts.articles },
    (_, number): Text => ({
      title: `${capital(pick(words))} ${pick(words)} ${pick(words)} ${number}`,
      paragraphs: Array.from({ length: PARAGRAPHS }, () => pick(pool)),
      reviewed: dayAt(LAST_DAY - Math.floor(random() * 400) * DAY),
    }),
  );
  const articles = texts.map((_, number): MadeArticle => ({ id: idOf(number), versions: [] }));
  const importer = new FastImport(dir);
  const add = (number: number, at: number, message: string) => {
    const text = texts[number] as Text;
    const file = fileOf(text);
    importer.change(pathOf(number), file);
    const body = file.slice(file.indexOf('---\n\n') + 5);
    const revision = revisionOf(text.title, readOutline(body, 'md').sections);
    articles[number]?.versions.push({ from: at, revision });
    return () => importer.commit(at, message);
  };

  importer.change('site.yaml', SITE);
  for (let category = 0; category < CATEGORIES; category++) {
    importer.change(
      `en/category-${category}/index.md`,
      `---\ntitle: Category ${category}\ndescription: Answers.\n---\n`,
    );
  }
  const first = LAST_DAY - DAYS * DAY;
  for (let number = 0; number < counts.articles; number++) add(number, first, '');
  importer.commit(first, 'Begin the help centre');
  for (let commit = 1; commit < counts.commits; commit++) {
    const at = first + Math.floor((commit / counts.commits) * DAYS * DAY);
    const number = Math.floor(random() * counts.articles);
    const text = texts[number] as Text;
    const place = Math.floor(random() * text.paragraphs.length);
    const dice = random();
    if (dice < 0.4) {
      text.paragraphs[place] = emphasised(text.paragraphs[place] ?? '');
      add(number, at, 'Tidy up')();
    } else if (dice < 0.6) {
      text.paragraphs[place] = retyped(text.paragraphs[place] ?? '');
      add(number, at, 'Mend a word')();
    } else {
      text.paragraphs[place] = pick(pool);
      add(number, at, 'Say it anew')();
    }
  }
  await importer.finish();
  return articles;
}

const SITE = `title: { en: Help }
url: https://help.example.com
locales: [en]
`;

function idOf(number: number): string {
  return `category-${number % CATEGORIES}/article-${number}`;
}

function pathOf(number: number): string {
  return `en/${idOf(number)}.md`;
}

function fileOf({ title, paragraphs, reviewed }: Text): string {
  const [description = ''] = paragraphs;
  return `---
title: ${JSON.stringify(title)}
description: ${JSON.stringify(description.replace(/\*/g, '').slice(0, 150))}
type: how-to
owner: team-${title.length % 12}
reviewed: ${reviewed}
---

${paragraphs.map((text, index) => (index % 3 === 2 ? `## Part ${index}\n\n${text}` : text)).join('\n\n')}
`;
}

/** Toggles the emphasis of the longest word. */
function emphasised(text: string): string {
  if (text.includes('**')) return text.replaceAll('**', '');
  const [longest] = (text.match(/\p{L}+/gu) ?? []).sort((a, b) => b.length - a.length);
  return longest ? text.replace(longest, `**${longest}**`) : text;
}

/** Swaps two letters within the longest word, or swaps them back. */
function retyped(text: string): string {
  const [longest] = (text.match(/\p{L}+/gu) ?? []).sort((a, b) => b.length - a.length);
  if (!longest || longest.length < 5) return text;
  const swapped = longest.slice(0, 2) + longest[3] + longest[2] + longest.slice(4);
  return text.replace(longest, swapped);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function dayAt(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Makes thousands of commits within seconds. */
class FastImport {
  readonly #dir: string;
  #stream = '';
  #changes = '';
  #commits = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  change(file: string, text: string): void {
    this.#changes += `M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  }

  commit(at: number, message: string): void {
    const who = `Writer <writer@example.com> ${Math.floor(at / 1000)} +0000`;
    const from = this.#commits > 0 ? `from :${this.#commits}\n` : '';
    this.#commits++;
    this.#stream += `commit refs/heads/main\nmark :${this.#commits}\ncommitter ${who}\ndata ${message.length}\n${message}\n${from}${this.#changes}\n`;
    this.#changes = '';
  }

  async finish(): Promise<void> {
    await mkdir(this.#dir, { recursive: true });
    await git(this.#dir, ['init', '--quiet', '--initial-branch=main']);
    const place = path.join(this.#dir, '.git', 'history');
    await writeFile(place, this.#stream);
    await git(this.#dir, ['fast-import', '--quiet'], this.#stream);
    await git(this.#dir, ['checkout', '--quiet', 'main']);
  }
}

function git(dir: string, args: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', dir, ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`git ${args[0]} ended with ${code}`)),
    );
    child.stdin.end(input);
  });
}
