import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { style } from '../../src/reports/page/style.ts';
import { reportPage } from '../../src/reports/report-page.ts';
import { sheet, signal, times, vote } from '../core/figures/submissions.ts';
import { aReport, plenty } from './a-report.ts';

const pages = ['en', 'de'].flatMap((locale) => [
  { name: `full page in ${locale}`, locale, page: reportPage(aReport(plenty(), locale)) },
  { name: `empty page in ${locale}`, locale, page: reportPage(aReport([], locale)) },
]);

/** What a reader of the page sees. */
function textOf(page: string): string {
  return page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the report', () => {
  test('says the most important figures in words, in the language of the report', () => {
    const english = textOf(reportPage(aReport(plenty())));
    expect(english).toContain('51% of 71 votes say that the answer helped (39 to 62%)');
    expect(english).toContain('71% of 35 people are satisfied with the help (CSAT; 55 to 84%)');
    expect(english).toContain('43 Net Promoter Score of 35 answers, on a scale from −100 to 100 (11 to 68)');
    expect(english).toContain('46% of 13 searches found nothing');
    expect(english).toContain('March 1, 2026 to March 31, 2026');
    const german = textOf(reportPage(aReport(plenty(), 'de')));
    expect(german).toContain('51 % der 71 Stimmen sagen: Das hat geholfen (39 bis 62 %)');
    expect(german).toContain('1. März 2026 bis 31. März 2026');
  });

  test('says what an edit did, and links an article by its title', () => {
    const page = reportPage(aReport(plenty()));
    expect(textOf(page)).toContain(
      'Hurt Before: 71% of 51 votes (57 to 81%) After: 0% of 20 votes (0 to 16%)',
    );
    expect(page).toContain(
      '<a href="https://help.example.com/en/billing/refund/" lang="en">Get a &lt;refund&gt;</a>',
    );
  });

  test('speaks kindly where nothing has come in', () => {
    expect(textOf(reportPage(aReport([])))).toContain('No votes yet. Every article asks');
    expect(textOf(reportPage(aReport([], 'de')))).toContain('Noch keine Stimmen. Jeder Artikel fragt');
  });

  test('a help centre without a survey gets a report without one', () => {
    const { survey: _, figures, ...input } = aReport(plenty());
    const { survey: __, ...others } = figures;
    const text = textOf(reportPage({ ...input, figures: others }));
    expect(text).toContain('This help centre has no survey.');
    expect(text).not.toContain('Question by question');
  });

  test('shows a comment though it is the only vote: whoever wrote it wants it read', () => {
    const text = textOf(
      reportPage(aReport([vote('2026-03-03', false, { comment: 'No!', reason: 'outdated' })])),
    );
    expect(text).toContain('No! Out of date · Get a &lt;refund&gt; · Mar 3, 2026');
  });
});

describe('what readers typed', () => {
  const evil = '</style><script>alert("x")</script><img src=x onerror=alert(1)>';
  const page = reportPage(
    aReport([
      vote('2026-03-03', false, { comment: evil }),
      ...times(6, () => vote('2026-03-03', false, { article: evil, locale: 'en' })),
      ...times(6, () => sheet('2026-03-03', { right: 5, wish: evil }, { source: evil })),
      ...times(6, () => signal('2026-03-03', { kind: 'search', query: evil, results: 0 })),
      ...times(6, () => signal('2026-03-03', { kind: 'search', query: evil, results: 3 })),
      signal('2026-03-03', { kind: 'contact', article: evil }),
    ]),
  );

  test('is quoted as text: comments, free texts, sources, searches and names of articles', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<\/style>[^\n]*<\/style>/);
    const quoted =
      '&lt;/style&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;';
    // One comment, six free texts, one source, three lists of searches (in small letters) and two of articles.
    expect(page.split(quoted).length - 1).toBe(1 + 6 + 1 + 3 + 3);
  });

  test('could not run if it were not: the page allows itself its own style, its own script and nothing else', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">`,
    );
  });
});

describe('small groups', () => {
  const four = (answer: number, helpful: boolean) =>
    reportPage(
      aReport([
        ...times(4, () =>
          sheet(
            '2026-03-03',
            {
              right: answer,
              there: answer,
              satisfaction: answer,
              recommend: answer,
              experience: answer > 3 ? 'expert' : 'beginner',
              devices: [answer > 3 ? 'phone' : 'desk'],
            },
            { source: helpful ? 'a' : 'b' },
          ),
        ),
        ...times(4, () => vote('2026-03-03', helpful, helpful ? {} : { reason: 'wrong' })),
      ]),
    );

  test('leave no trace: the page is the same whatever four people answered', () => {
    expect(four(5, true)).toBe(four(1, false));
  });

  test('of four in another language cannot be told from the total', () => {
    const most = times(30, () => sheet('2026-03-03', { satisfaction: 4, recommend: 8 }));
    const few = times(4, () => sheet('2026-03-03', { satisfaction: 1, recommend: 0 }, { locale: 'de' }));
    const page = textOf(reportPage(aReport([...most, ...few])));
    expect(page).not.toContain('By language');
  });
});

describe.each(pages)('the $name', ({ page, locale }) => {
  test('is one page that needs nothing else', () => {
    expect(page).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}">`));
    expect(page).not.toMatch(/<script\s|<link|<iframe|\ssrc=|url\(|@import|<[^>]*\son\w+=/);
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
    const known = /^#|^https:\/\/help\.example\.com\/|^audit\.html#rule=[a-z-]+$/;
    expect(targets.filter((target) => !known.test(target))).toEqual([]);
  });

  test('has every text, with every place filled in', () => {
    const text = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    expect(text).not.toMatch(/report\.[a-z]|\{\w+\}|undefined|NaN|\[object/);
  });

  test('has its headings in order and leads only to places that exist, each once', () => {
    const depths = [...page.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect(depths[0]).toBe(1);
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1);
    for (const [index, depth] of depths.entries()) {
      expect(depth - (depths[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    }
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('names every picture and every table, and says what each of its heads heads', () => {
    for (const [picture] of page.matchAll(/<svg class[^>]*>/g)) {
      expect(picture).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]{8,}"/);
    }
    expect(page.match(/<table>\s*<caption[^>]*>[^<]+<\/caption>/g)?.length).toBe(
      page.match(/<table>/g)?.length,
    );
    for (const [head] of page.matchAll(/<th[\s>][^>]*>?/g)) expect(head).toMatch(/scope="(?:col|row)"/);
  });
});

test('text keeps a contrast of 4.5 to 1 on its ground, by day and by night', () => {
  const colours = new Map(
    [...style().matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
      name,
      [light ?? '', dark ?? ''],
    ]),
  );
  const grounds = {
    ink: ['page', 'sheet', 'track'],
    quiet: ['page', 'sheet'],
    'on-strong': ['step-1', 'step-5'],
    'on-weak': ['step-2', 'step-3', 'step-4'],
  };
  for (const [text, under] of Object.entries(grounds)) {
    for (const ground of under) {
      for (const side of [0, 1]) {
        const contrast = contrastOf(colours.get(text)?.[side] ?? '', colours.get(ground)?.[side] ?? '');
        expect(contrast, `${text} on ${ground}, ${side ? 'dark' : 'light'}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});

/** Contrast of two colours such as `#1c2428` (WCAG 2.2). */
function contrastOf(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
