import { expect, test } from 'vitest';
import { externalLinks } from '../../../src/core/links/external-links.ts';
import { readOutline } from '../../../src/readers/outline.ts';
import { anArticle } from '../an-article.ts';

const TEXT = `See [our terms](https://shop.example/terms#fees), https://shop.example/terms
and [the law][law], or [write](mailto:help@shop.example), [call](tel:+4930123),
[here](../a.md), [there](/en/a/).

![A plug](//cdn.shop.example/plug.png)

<Details summary="More">
  <a href="http://shop.example/more">more</a>
</Details>

[law]: https://law.example/1
`;

test('are the addresses of the web in links, pictures and elements, and the facts the answer rests on', () => {
  const article = anArticle({
    frontmatter: { dependsOn: [{ url: 'https://shop.example/terms' }, { file: 'prices.yaml' }] },
    outline: readOutline(TEXT, 'mdx', 10),
  });
  expect(externalLinks(article)).toEqual(
    new Map([
      [
        'https://shop.example/terms',
        [
          { kind: 'dependency', line: 5 },
          { kind: 'link', line: 10 },
          { kind: 'link', line: 10 },
        ],
      ],
      ['https://law.example/1', [{ kind: 'link', line: 11 }]],
      ['http://shop.example/more', [{ kind: 'link', line: 17 }]],
      ['https://cdn.shop.example/plug.png', [{ kind: 'image', line: 14 }]],
    ]),
  );
});

test('are none where an article links to its own help centre only', () => {
  const article = anArticle({ outline: readOutline('[a](a.md) and [b](#b) `https://shop.example`', 'md') });
  expect(externalLinks(article)).toEqual(new Map());
});

test('are not those that are kept free for examples', () => {
  const targets = [
    'https://example.com',
    'http://www.EXAMPLE.org/a',
    'https://a.b.example.net:8080/',
    'https://example.com.shop.test/',
    'https://my-example.com/',
    'https://shop.test/?from=https://example.com/',
  ];
  const links = targets.map((target) => ({ target, line: 9 }));
  const article = anArticle({ outline: { headings: [], anchors: [], links, images: [], sections: [] } });
  expect([...externalLinks(article).keys()]).toEqual(targets.slice(3));
});
