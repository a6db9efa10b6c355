import { describe, expect, test } from 'vitest';
import type { LinkRecord } from '../../src/core/links/link-record.ts';
import { UserError } from '../../src/core/user-error.ts';
import { NoReply } from '../../src/links/ask.ts';
import type { Wanted } from '../../src/links/look.ts';
import { type Looked, lookAtAll } from '../../src/links/look-at-all.ts';
import { AClock, AWeb } from './a-web.ts';

const PAUSE = 1000;

/** Looks at addresses in a web that says something to some of them. */
async function look(
  web: ConstructorParameters<typeof AWeb>[0],
  wanted: readonly (string | Wanted)[],
  { earlier = new Map<string, LinkRecord>(), hostsAtOnce = 8 } = {},
) {
  const clock = new AClock();
  const aWeb = new AWeb(web, clock);
  const looked = await lookAtAll({
    wanted: wanted.map((one) => (typeof one === 'string' ? { address: one } : one)),
    earlier,
    agent: 'KundigLinks',
    ask: aWeb.ask,
    manners: { pause: PAUSE, longestWait: 60_000, clock },
    hostsAtOnce,
    today: '2026-03-01',
  });
  return { looked, web: aWeb };
}

function answers({ records }: Looked): Record<string, string> {
  return Object.fromEntries([...records].map(([address, { answer }]) => [address, answer]));
}

describe('one host', () => {
  test('is asked for one page at a time, with a pause after each, also by links that lead there from elsewhere', async () => {
    const here = ['1', '2', '3'].map((page) => `https://shop.test/${page}`);
    const there = ['1', '2', '3'].map((page) => `https://short.test/${page}`);
    const { web } = await look(
      {
        ...Object.fromEntries(here.map((address) => [address, 200])),
        ...Object.fromEntries(
          there.map((address, index) => [
            address,
            { status: 302, headers: { location: `https://shop.test/other-${index}` } },
          ]),
        ),
      },
      [...here, ...there],
    );
    expect(web.atOnce).toEqual(
      new Map([
        ['shop.test', 1],
        ['short.test', 1],
      ]),
    );
    expect(web.hostsAtOnce).toBe(2);
    const times = web.times.filter((_, index) => web.log[index]?.includes('//shop.test'));
    expect(times.length).toBeGreaterThan(6);
    for (const [index, time] of times.slice(1).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(PAUSE);
    }
  });

  test('is the same on http and https, and whatever its port', async () => {
    const { web } = await look({}, ['http://shop.test/', 'https://shop.test/', 'https://shop.test:8443/']);
    expect(web.atOnce).toEqual(new Map([['shop.test', 1]]));
  });

  test('is asked for each page once, however many links lead there', async () => {
    const home = { status: 301, headers: { location: 'https://shop.test/all' } };
    const { web } = await look(
      { 'https://shop.test/a': home, 'https://shop.test/b': home, 'https://shop.test/all': 200 },
      ['https://shop.test/a', 'https://shop.test/all', 'https://shop.test/b'],
    );
    expect(web.log).toEqual([
      'GET https://shop.test/robots.txt',
      'HEAD https://shop.test/a',
      'HEAD https://shop.test/all',
      'HEAD https://shop.test/b',
    ]);
  });
});

test('no more hosts are asked at the same time than it is said', async () => {
  const addresses = Array.from({ length: 9 }, (_, index) => `https://shop-${index}.test/`);
  const { web, looked } = await look({}, addresses, { hostsAtOnce: 3 });
  expect(web.hostsAtOnce).toBe(3);
  expect(looked.records.size).toBe(9);
});

test('HEAD comes first, and GET only where HEAD says that the page is not there or not for it', async () => {
  const { web, looked } = await look(
    {
      'https://shop.test/fine': 200,
      'HEAD https://shop.test/get-only': 405,
      'GET https://shop.test/get-only': 200,
    },
    ['https://shop.test/fine', 'https://shop.test/get-only', 'https://shop.test/missing'],
  );
  expect(web.log.slice(1)).toEqual([
    'HEAD https://shop.test/fine',
    'HEAD https://shop.test/get-only',
    'GET https://shop.test/get-only',
    'HEAD https://shop.test/missing',
    'GET https://shop.test/missing',
  ]);
  expect(answers(looked)).toEqual({
    'https://shop.test/fine': 'found',
    'https://shop.test/get-only': 'found',
    'https://shop.test/missing': 'not-found',
  });
});

describe('a server that asks for a rest', () => {
  const pages = ['https://shop.test/1', 'https://shop.test/2', 'https://other.test/1'];

  test.each([
    ['in seconds', '30'],
    ['until a time', 'Sun, 01 Mar 2026 12:00:31 GMT'],
  ])('gets it if it is short, said %s, and is asked once more', async (_, after) => {
    const busy = { status: 429, headers: { 'retry-after': after } };
    const { web, looked } = await look(
      { [pages[0] ?? '']: [busy, 200], [pages[1] ?? '']: 200 },
      pages.slice(0, 2),
    );
    expect(web.log.map((request, index) => `${web.times[index]} ${request}`)).toEqual([
      '0 GET https://shop.test/robots.txt',
      '1000 HEAD https://shop.test/1',
      '31000 HEAD https://shop.test/1',
      '32000 HEAD https://shop.test/2',
    ]);
    expect(answers(looked)).toEqual({ 'https://shop.test/1': 'found', 'https://shop.test/2': 'found' });
  });

  test.each([
    ['a long one', { status: 429, headers: { 'retry-after': '3600' } }, 'too-many-requests'],
    ['one without an end', { status: 429 }, 'too-many-requests'],
    ['one that nobody understands', { status: 429, headers: { 'retry-after': 'soon' } }, 'too-many-requests'],
  ])('is left alone until the next run if it wants %s', async (_, busy, answer) => {
    const known = { address: pages[1] ?? '', state: 'dead', checked: '2026-02-01', answer: 'gone' } as const;
    const { web, looked } = await look({ [pages[0] ?? '']: busy, [pages[2] ?? '']: 200 }, pages, {
      earlier: new Map([[known.address, known]]),
    });
    expect(web.log.filter((request) => request.includes('shop.test'))).toEqual([
      'GET https://shop.test/robots.txt',
      'HEAD https://shop.test/1',
    ]);
    expect(looked.postponed).toEqual(['https://shop.test/2']);
    expect(looked.records.get('https://shop.test/2')).toEqual(known);
    expect(looked.records.get('https://shop.test/1')?.answer).toBe(answer);
    expect(looked.records.get('https://other.test/1')?.answer).toBe('found');
  });

  test('is left alone if it asks again', async () => {
    const busy = { status: 503, headers: { 'retry-after': '10' } };
    const { web, looked } = await look({ [pages[0] ?? '']: busy }, pages.slice(0, 2));
    expect(web.log).toEqual([
      'GET https://shop.test/robots.txt',
      'HEAD https://shop.test/1',
      'HEAD https://shop.test/1',
    ]);
    expect(looked).toEqual({ records: new Map(), local: [], postponed: pages.slice(0, 2) });
  });
});

describe('robots.txt', () => {
  const RULES =
    'User-agent: *\nDisallow: /\n\nUser-agent: KundigLinks\nDisallow: /private\nAllow: /private/open\n';

  test('is obeyed where it speaks of this program, or else of all', async () => {
    const { web, looked } = await look(
      {
        'https://shop.test/robots.txt': { status: 200, body: RULES },
        'https://shop.test/public': 200,
        'https://shop.test/private/open': 200,
        'https://closed.test/robots.txt': { status: 200, body: 'User-agent: *\nDisallow: /' },
      },
      [
        'https://shop.test/public',
        'https://shop.test/private/page',
        'https://shop.test/private/open',
        'https://closed.test/',
      ],
    );
    expect(web.log.filter((request) => !request.includes('robots.txt')).sort()).toEqual([
      'HEAD https://shop.test/private/open',
      'HEAD https://shop.test/public',
    ]);
    expect(answers(looked)).toEqual({
      'https://shop.test/public': 'found',
      'https://shop.test/private/page': 'not-allowed-for-robots',
      'https://shop.test/private/open': 'found',
      'https://closed.test/': 'not-allowed-for-robots',
    });
  });

  test('is asked for once, and obeyed where a redirect leads, too', async () => {
    const { web, looked } = await look(
      {
        'https://short.test/1': { status: 302, headers: { location: 'https://shop.test/private' } },
        'https://short.test/2': { status: 302, headers: { location: 'https://shop.test/private' } },
        'https://shop.test/robots.txt': { status: 200, body: RULES },
      },
      ['https://short.test/1', 'https://short.test/2'],
    );
    expect(web.log).toEqual([
      'GET https://short.test/robots.txt',
      'HEAD https://short.test/1',
      'GET https://shop.test/robots.txt',
      'HEAD https://short.test/2',
    ]);
    expect(new Set(Object.values(answers(looked)))).toEqual(new Set(['not-allowed-for-robots']));
  });

  test('is found where it has moved to', async () => {
    const { looked } = await look(
      {
        'http://shop.test/robots.txt': {
          status: 301,
          headers: { location: 'https://www.shop.test/robots.txt' },
        },
        'https://www.shop.test/robots.txt': { status: 200, body: 'User-agent: *\nDisallow: /page' },
      },
      ['http://shop.test/page'],
    );
    expect(answers(looked)).toEqual({ 'http://shop.test/page': 'not-allowed-for-robots' });
  });

  test('forbids nothing where it leads in a circle, or to no page', async () => {
    const moved = (location: string) => ({ status: 302, headers: { location } });
    const { looked } = await look(
      {
        'https://circle.test/robots.txt': moved('/robots.txt'),
        'https://circle.test/': 200,
        'https://file.test/robots.txt': moved('file:///robots.txt'),
        'https://file.test/': 200,
      },
      ['https://circle.test/', 'https://file.test/'],
    );
    expect(answers(looked)).toEqual({ 'https://circle.test/': 'found', 'https://file.test/': 'found' });
  });

  test('makes the pauses longer if it asks for that, but not for ever', async () => {
    const times = async (delay: number) => {
      const body = `User-agent: *\nCrawl-delay: ${delay}\n`;
      const pages = { 'https://shop.test/1': 200, 'https://shop.test/2': 200 };
      const robots = { 'https://shop.test/robots.txt': { status: 200, body } };
      return (await look({ ...pages, ...robots }, Object.keys(pages))).web.times;
    };
    expect(await times(10)).toEqual([0, 1000, 11_000]);
    expect(await times(3600)).toEqual([0, 1000, 2000]);
  });
});

describe('without a network', () => {
  const offline = (wanted: string[], witness?: string) =>
    lookAtAll({
      wanted: wanted.map((address) => ({ address })),
      earlier: new Map(),
      agent: 'KundigLinks',
      ask: async ({ hostname }) => {
        if (hostname === 'help.test') return { status: 200, headers: {}, body: Buffer.alloc(0) };
        throw new NoReply('no-such-host');
      },
      manners: { pause: 0, longestWait: 0, clock: new AClock() },
      hostsAtOnce: 8,
      today: '2026-03-01',
      witness,
    });

  test('nothing is learnt from several sites that do not answer', async () => {
    await expect(offline(['https://a.test/', 'https://b.test/'], 'https://help.test/')).rejects.toThrow(
      new UserError(
        'None of 2 sites answered: this machine seems to be offline.',
        'Try again when it is connected. What earlier runs saw is kept as it was.',
      ),
    );
  });

  test('the help centre tells whether a single site is gone or the network', async () => {
    await expect(offline(['https://a.test/'], 'https://away.test/')).rejects.toThrow(
      'a.test did not answer, and neither did your help centre: this machine seems to be offline.',
    );
    const { records } = await offline(['https://a.test/'], 'https://help.test/');
    expect(records.get('https://a.test/')?.state).toBe('missing');
  });

  test('a name that can never be known is missing all the same', async () => {
    const { records } = await offline(['https://a.invalid/', 'https://b.invalid/']);
    expect([...records.values()].map(({ state }) => state)).toEqual(['missing', 'missing']);
  });
});

describe('what a page says', () => {
  const address = 'https://shop.test/prices';
  const page = (text: string) => ({ status: 200, body: `<main>${text}</main>` });
  const first = async (text: string) =>
    (await look({ [address]: page(text) }, [{ address, content: true }])).looked.records;

  test('is read only where an article depends on it, and twice where it has changed', async () => {
    const earlier = await first('It costs 5 €.');
    const { web, looked } = await look({ [address]: page('It costs 6 €.') }, [{ address, content: true }], {
      earlier,
    });
    expect(web.log.slice(1)).toEqual([`GET ${address}`, `GET ${address}`]);
    expect(looked.records.get(address)?.contentChanged).toBe('2026-03-01');
    const same = await look({ [address]: page('It costs  5 €.') }, [{ address, content: true }], { earlier });
    expect(same.web.log.slice(1)).toEqual([`GET ${address}`]);
    expect(same.looked.records.get(address)?.contentChanged).toBeUndefined();
  });

  test('has not changed if it is something else each time', async () => {
    const earlier = await first('It is 12:00.');
    const { looked } = await look(
      { [address]: [page('It is 12:01.'), page('It is 12:02.')] },
      [{ address, content: true }],
      { earlier },
    );
    expect(looked.records.get(address)?.contentChanged).toBeUndefined();
    expect(looked.records.get(address)?.content).toBe(earlier.get(address)?.content);
  });
});
