import { expect, test } from 'vitest';
import type { LinkRecord } from '../../src/core/links/link-record.ts';
import { wantedLinks } from '../../src/links/wanted-links.ts';
import { anArticle } from '../core/an-article.ts';

function linkingTo(id: string, ...targets: string[]) {
  const links = targets.map((target, index) => ({ target, line: index + 9 }));
  return anArticle({ id, outline: { headings: [], anchors: [], links, images: [], sections: [] } });
}

function checked(address: string, day: string): [string, LinkRecord] {
  return [address, { address, state: 'fine', checked: day, answer: 'found', lastSeen: day }];
}

test('are each address once, without what only this machine has', () => {
  const articles = [
    linkingTo('a/one', 'https://b.test/#x', 'https://a.test/', 'http://localhost:4321/', 'https://'),
    linkingTo('a/two', 'https://b.test/#y', 'file:///home/a.txt'),
    anArticle({ frontmatter: { dependsOn: [{ url: 'https://a.test/' }] } }),
  ];
  expect(wantedLinks(articles, new Map())).toEqual({
    wanted: [{ address: 'https://a.test/', content: true }, { address: 'https://b.test/' }],
    local: ['file:///home/a.txt', 'http://localhost:4321/'],
    malformed: ['https://'],
  });
  expect(wantedLinks(articles, new Map(), { allowLocal: true })).toMatchObject({
    wanted: [{ address: 'http://localhost:4321/' }, {}, {}],
    local: ['file:///home/a.txt'],
  });
});

test('begin with those that were never looked at, then those that were looked at longest ago', () => {
  const addresses = ['d', 'c', 'b', 'a'].map((host) => `https://${host}.test/`);
  const earlier = new Map([
    checked('https://a.test/', '2026-03-08'),
    checked('https://b.test/', '2026-03-01'),
    checked('https://d.test/', '2026-03-01'),
  ]);
  const { wanted } = wantedLinks([linkingTo('a/one', ...addresses)], earlier);
  expect(wanted.map(({ address }) => address)).toEqual(
    ['c', 'b', 'd', 'a'].map((host) => `https://${host}.test/`),
  );
});
