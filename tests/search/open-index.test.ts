import { describe, expect, test } from 'vitest';
import { HEAD, unpack } from '../../src/search/index-files.ts';
import { OtherFormatError, openIndex, type ReadFile } from '../../src/search/open-index.ts';
import { search } from '../../src/search/search.ts';
import { builtFiles, others, smallIndex, type Writing } from './small-index.ts';

const ARTICLES: Writing[] = [
  { id: 'billing/refund', title: 'Get a refund', text: 'Money comes back.' },
  { id: 'billing/fee', title: 'Fees', text: 'Größe und Gebühr.' },
  ...others(),
];

describe('which files are read', () => {
  test('only those that open the index, before anything is asked', async () => {
    const { reads } = await smallIndex(ARTICLES);
    expect(reads[0]).toBe(HEAD);
    expect(reads.filter((path) => /(terms|words|article)-/.test(path))).toEqual([]);
  });

  test('no words while every word of the query is known, and only the articles that are found', async () => {
    const { reads, ids } = await smallIndex(ARTICLES);
    expect(await ids('refund money')).toEqual(['billing/refund']);
    expect(reads.filter((path) => path.includes('/words-'))).toEqual([]);
    expect(reads.filter((path) => path.includes('/article-'))).toHaveLength(1);
  });

  test('only words of one letter to correct one word', async () => {
    const { reads, ids } = await smallIndex(ARTICLES);
    expect(await ids('refunx')).toEqual(['billing/refund']);
    expect(reads.filter((path) => path.includes('/words-'))).toHaveLength(1);
  });

  test('none to find that there is nothing to look up', async () => {
    const { reads, find } = await smallIndex(ARTICLES);
    const before = reads.length;
    await find('?!');
    expect(reads).toHaveLength(before);
  });

  test('each once, however often and however simultaneously it is asked for', async () => {
    const { reads, find } = await smallIndex(ARTICLES);
    await Promise.all(['refund', 'refunx', 'refund fees', 'refund'].map((query) => find(query)));
    await find('refund');
    await find('refunx');
    expect(reads).toEqual([...new Set(reads)]);
  });
});

test.each(['terms', 'words', 'article'])(
  '%s that could not be read are read again the next time',
  async (kind) => {
    const { read } = await builtFiles(ARTICLES);
    const failed = new Set<string>();
    const failing: ReadFile = async (path) => {
      if (!path.includes(`/${kind}-`) || failed.has(path)) return read(path);
      failed.add(path);
      throw new Error('gone');
    };
    const index = await openIndex(failing, 'en');
    await expect(search(index, 'refunx')).rejects.toThrow('gone');
    expect(failed.size).toBe(1);
    expect((await search(index, 'refunx')).total).toBe(1);
  },
);

test('a file that came in half is read again the next time', async () => {
  const { read } = await builtFiles(ARTICLES);
  let isFirst = true;
  const index = await openIndex(async (path) => {
    const bytes = await read(path);
    if (!path.includes('/terms-') || !isFirst) return bytes;
    isFirst = false;
    return bytes.slice(0, bytes.length / 2);
  }, 'en');
  await expect(search(index, 'refund')).rejects.toThrow();
  expect((await search(index, 'refund')).total).toBe(1);
});

test('an index of another format is refused by name', async () => {
  const { read } = await builtFiles(ARTICLES);
  const head = await unpack<{ format: number }>(await read(HEAD));
  const other = new TextEncoder().encode(JSON.stringify({ ...head, format: head.format + 1 }));
  const opened = openIndex(async (path) => (path === HEAD ? other : read(path)), 'en');
  await expect(opened).rejects.toBeInstanceOf(OtherFormatError);
});

describe('what is read', () => {
  test('a term tells in which articles it stands, and how', async () => {
    const { index } = await smallIndex([
      { id: 'a/one', title: 'Refund', text: 'Money.' },
      { id: 'a/two', title: 'Money', questions: ['Where is my refund?'] },
      { id: 'a/three', title: 'Other', text: 'Refund.' },
    ]);
    const { postings = new Map() } = (await index.term('refund')) ?? {};
    expect([...postings].map(([article, { title, isAsked }]) => [article, title, isAsked])).toEqual([
      [0, 'whole', false],
      [1, 'none', true],
      [2, 'none', false],
    ]);
    for (const { weight } of postings.values()) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(2);
    }
  });

  test('a term that no article holds is unknown, wherever it would stand in the alphabet', async () => {
    const { index } = await smallIndex(ARTICLES);
    for (const term of ['', '0', 'aaaa', 'refunc', 'refundz', 'zzzzzz', '退款']) {
      expect(await index.term(term)).toBeUndefined();
    }
  });

  test('words are listed by the letter that they begin with, without its accent', async () => {
    const { index } = await smallIndex([{ id: 'a/one', title: 'Übung', text: 'uhr übung übung übung uhr' }]);
    expect(await index.words('u')).toEqual([
      { word: 'uhr', plain: 'uhr', frequency: 1 },
      { word: 'übung', plain: 'uebung', frequency: 2 },
    ]);
    expect(await index.words('ü')).toEqual([]);
    expect(await index.words('')).toEqual([]);
  });

  test('a part of a compound word in a title is not the whole of it', async () => {
    const { index } = await smallIndex(
      [
        { id: 'a/one', title: 'Lieferungsfrist' },
        { id: 'a/two', title: 'Frist der Lieferung' },
      ],
      { locales: ['de'] },
    );
    const { postings = new Map() } = (await index.term('frist')) ?? {};
    expect([postings.get(0)?.title, postings.get(1)?.title]).toEqual(['part', 'whole']);
  });
});
