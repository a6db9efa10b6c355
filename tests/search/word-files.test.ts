import { beforeAll, describe, expect, test } from 'vitest';
import { HEAD, unpack } from '../../src/search/index-files.ts';
import { understand } from '../../src/search/understand.ts';
import { builtFiles, type SmallIndex, smallIndex, type Writing } from './small-index.ts';

/** Each of 1,100 words twice, one three times, one once: all begin with the same letter. */
const MANY = Array.from({ length: 1100 }, (_, place) => `qf${place}`).join(' ');
const SITE: Writing[] = [
  { id: 'a/one', title: 'One', text: `${MANY} ${MANY} quixotic quixotic quixotic quagmire` },
];

describe('a site with very many words', () => {
  let site: SmallIndex;
  beforeAll(async () => {
    site = await smallIndex(SITE);
  });

  test('has the 1,000 most frequent of a letter in one file, the others by their first two', async () => {
    const frequent = await site.index.words('q');
    expect(frequent.length).toBe(1000);
    expect(frequent.map(({ word }) => word).filter((word) => word.startsWith('qu'))).toEqual(['quixotic']);
    expect((await site.index.rareWords('qf')).length).toBe(101);
    expect((await site.index.rareWords('qu')).map(({ word }) => word)).toEqual(['quagmire']);
    expect(await site.index.rareWords('on')).toEqual([]);
  });

  test('reads the rarer ones only where the others hold nothing like the word', async () => {
    const filesFor = async (typed: string, found: string) => {
      const { index, reads } = await smallIndex(SITE);
      expect((await understand(typed, index))[0]?.found).toEqual([found]);
      return reads.filter((path) => path.includes('/words-')).length;
    };
    expect(await filesFor('quixotik', 'quixotic')).toBe(1);
    // The file of the rarer words, and that of the second letter, where the first two may be swapped.
    expect(await filesFor('quagmjre', 'quagmire')).toBeGreaterThan(1);
  });
});

test('how often a word stands on the site is told in doublings, up to nine', async () => {
  const repeated = (word: string, times: number) => Array.from({ length: times }, () => word).join(' ');
  const text = [
    repeated('qonce', 1),
    repeated('qthrice', 3),
    repeated('qforty', 40),
    repeated('qlots', 1500),
    repeated('qzlast', 2),
  ];
  const { index } = await smallIndex([{ id: 'a/one', title: 'One', text: text.join(' ') }]);
  const frequencies = (await index.words('q')).map(({ word, frequency }) => [word, frequency]);
  expect(frequencies).toEqual([
    ['qforty', 5],
    ['qlots', 9],
    ['qonce', 0],
    ['qthrice', 1],
    ['qzlast', 1],
  ]);
});

test('words stand with the letter that they begin with, without its accent', async () => {
  const { read } = await builtFiles([{ id: 'a/one', title: 'Ähre Äpfel apfel' }], { locales: ['de'] });
  const { words } = await unpack<{ words: string[] }>(await read(HEAD));
  expect(words).toEqual(['a']);
});
