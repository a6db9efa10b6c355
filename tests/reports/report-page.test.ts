import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EXPECTATION_WORK } from '../../src/core/expectation-work.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { RULE_NAMES } from '../../src/core/rules/index.ts';
import { readTexts } from '../../src/readers/texts.ts';
import { style } from '../../src/reports/page/style.ts';
import { CHOICES } from '../../src/reports/page/view.ts';
import { reportPage } from '../../src/reports/report-page.ts';
import { sheet, signal, times, vote } from '../core/figures/submissions.ts';
import { aFullReport } from './a-full-report.ts';
import { aReport, plenty } from './a-report.ts';

const pages = ['en', 'de'].flatMap((locale) => [
  { name: `full page in ${locale}`, locale, page: reportPage(aReport(plenty(), locale)) },
  { name: `empty page in ${locale}`, locale, page: reportPage(aReport([], locale)) },
  { name: `page with every figure in ${locale}`, locale, page: reportPage(aFullReport(locale)) },
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
  const quoted =
    '&lt;/style&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;';
  const page = reportPage(
    aReport([
      vote('2026-03-03', false, { comment: evil }),
      ...times(6, () => vote('2026-03-03', false)),
      ...times(6, () => vote('2026-03-03', false, { article: evil, locale: 'en' })),
      ...times(6, () => sheet('2026-03-03', { right: 5 })),
      ...times(6, () => signal('2026-03-03', { kind: 'search', query: evil, results: 0 })),
      ...times(6, () => signal('2026-03-03', { kind: 'search', query: evil, results: 3 })),
      signal('2026-03-03', { kind: 'contact', article: evil }),
    ]),
  );

  test('is quoted as text: comments, searches and names of articles', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<\/style>[^\n]*<\/style>/);
    // A comment; three lists of searches, in small letters.
    expect(page.split(`"auto">${quoted}</`).length - 1).toBe(1 + 3);
    // A picture, a table behind it, and a table of ways to a person.
    expect(page.split(`<span class="gone">${quoted}</span>`).length - 1).toBeGreaterThanOrEqual(3);
  });

  test('is quoted as text in the survey too: free texts, words that stand out, and places of the link', () => {
    const full = reportPage(aFullReport('en', { text: evil, source: evil, word: evil }));
    expect(full.match(/<script/g)).toHaveLength(1);
    expect(full).not.toContain('<img');
    expect(full.split(`<blockquote lang="en" dir="auto">${quoted}</blockquote>`).length - 1).toBe(4);
    expect(full).toContain(`<li data-word="${quoted}"><span lang="en" dir="auto">${quoted}</span>`);
    expect(full).toContain(`<option value="5">${quoted}</option>`);
    expect(full.split(`<strong dir="auto">${quoted}</strong>`).length - 1).toBe(4);
  });

  test('could not run if it were not: the page allows itself its own style, its own script and nothing else', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">`,
    );
  });
});

describe('whose answers', () => {
  test('can be chosen by language, category, experience and place of the link, each with its own figures', () => {
    const page = reportPage(aFullReport());
    const options = [...page.matchAll(/<(?:optgroup label|option value)="([^"]+)"[^>]*>([^<]*)/g)];
    expect(options.map(([, value, name]) => `${value}${name?.trim() && ` ${name.trim()}`}`)).toEqual([
      '0 Everybody',
      'By language',
      '1 English',
      '2 German',
      'By category',
      '3 Billing (English)',
      'By experience',
      '4 not said',
      'By the place of the link',
      '5 newsletter',
    ]);
    for (const place of [0, 1, 2, 3, 4, 5]) {
      expect(page.split(`<div class="of of-${place}">`).length - 1).toBe(4);
    }
    expect(textOf(page)).toContain('Only this group. By language: German 75% of 80 votes');
  });

  test('are said of every part that does not follow the choice', () => {
    const text = textOf(reportPage(aFullReport()));
    for (const part of ['In readers’ own words', 'Did the answers help?', 'Articles that help least']) {
      expect(text).toContain(`${part} About everybody, whatever is chosen above`);
    }
  });

  test('are explained where somebody is in no group, and not where all are', () => {
    const input = aFullReport();
    expect(textOf(reportPage(input))).toContain(
      'Not every reader is in a group that can be chosen by language, category, experience, and place of the link. Groups of fewer than 5 people are left out',
    );
    const { figures } = input;
    const votes = { total: figures.votes.total };
    const survey = { sheets: figures.survey?.sheets ?? 0 };
    const groups = CHOICES.map((by) => ({ by, key: 'en', votes, survey }));
    const whole = textOf(reportPage({ ...input, figures: { ...figures, groups } }));
    expect(whole).toContain('Whose answers do you want to see?');
    expect(whole).not.toContain('Not every reader');
  });

  test('are not asked for where no group may be shown', () => {
    const { figures, ...input } = aFullReport();
    const page = reportPage({ ...input, figures: { ...figures, groups: [] } });
    expect(page).not.toMatch(/id="whose"|class="of /);
    expect(textOf(page)).not.toContain('whatever is chosen');
  });

  test('of which there are many offers the twelve largest of each kind; a table has the others', () => {
    const page = reportPage(aFullReport('de', undefined, 120));
    const letters = page.match(/<option [^>]*>letter-\d+<\/option>/g) ?? [];
    expect(letters.length).toBeGreaterThan(9);
    expect(letters.length).toBeLessThan(13);
    expect(textOf(page)).toContain('letter-50');
    expect(page.length).toBeLessThan(2_000_000);
  });
});

describe('against the period before', () => {
  const text = textOf(reportPage(aFullReport()));

  test('the page says which it is, and what moved more than chance explains', () => {
    expect(text).toContain(
      'March 1, 2026 to March 31, 2026, compared with January 29, 2026 to February 28, 2026',
    );
    expect(text).toContain(
      '75% of 240 votes say that the answer helped (69 to 80%) Better: +14 points, more than chance explains',
    );
    expect(text).toContain('(CSAT; 74 to 85%) Better: +20 points, more than chance explains');
    expect(text).toContain('(19 to 40) No clear change: +10 points, which may be chance');
    expect(text).toContain(
      'Worse: −30 points, more than chance explains 70% of 100 votes before, 40% of 100 votes now',
    );
  });

  test('each level, question, category and article has its change', () => {
    expect(text).toContain(
      '60% good answers (56 to 64%), 200 readers No clear change: +1 point, which may be chance',
    );
    expect(text).toContain('80% good of 200 answers (74 to 85%) Better: +20 points');
    expect(text).toContain('setup (German) 50% of 40 votes say it helped (35 to 65%). No clear change');
    expect(text).toContain(
      'billing/cancel English 40% of 100 votes say it helped (31 to 50%). Worse: −30 points',
    );
  });
});

describe('the work that mends a level', () => {
  test('is linked under the level that is broken, and under no other', () => {
    const page = reportPage({ ...aFullReport(), auditAddress: '../audit/list.html' });
    const [everybody = ''] = page.split('<div class="of of-1">').slice(1, 2);
    expect(textOf(everybody)).toContain('What mends this level: Partnership Readers miss that you listen');
    const links = [...everybody.matchAll(/href="([^"#]+#[^"]+)">([^<]+)/g)].map(([, to, text]) => [to, text]);
    expect(links).toEqual([
      ['../audit/list.html#rule=reason', 'Articles about which many readers complain of the same'],
      ['../audit/list.html#rule=dead-end', 'Articles from which unusually many readers go on to a person'],
    ]);
  });

  test('is named for every level, in every language, by rules that the audit has', () => {
    for (const { rules } of Object.values(EXPECTATION_WORK)) {
      for (const rule of rules) {
        expect(RULE_NAMES).toContain(rule);
        for (const locale of ['en', 'de'])
          expect(readTexts(locale)).toHaveProperty([`report.work.rule.${rule}`]);
      }
    }
  });
});

test('what was set aside is told by its reason, in every language, and counts nowhere', () => {
  const setAside = plenty().map((one): Submission => ({ ...one, aside: 'repeat' }));
  const [english, german] = ['en', 'de'].map((locale) =>
    textOf(reportPage(aReport([...plenty(), ...setAside], locale))),
  );
  expect(english).toContain(
    'that are in none of these figures. They are kept, so that a mistake can be found.',
  );
  expect(english).toMatch(/More of the same from one place 71 \d+ \d+ /);
  expect(english).toContain('51% of 71 votes say that the answer helped (39 to 62%)');
  expect(german).toContain('die in keiner dieser Zahlen stecken');
  expect(german).toMatch(/Mehr vom Gleichen von einer Stelle 71 \d+ \d+ /);
  expect(textOf(reportPage(aReport(plenty())))).not.toContain('Set aside');
});

test('answers to an earlier wording are told, and said not to count', () => {
  expect(textOf(reportPage(aFullReport()))).toContain(
    'Asked differently until Mar 3, 2026 (English): 41 answers, 66% good; not counted here.',
  );
});

describe('made-up figures', () => {
  const page = reportPage({ ...aFullReport(), demo: true });

  test('are marked in the title, at the head, on every picture and in its caption', () => {
    expect(page).toContain('<title>Demo data: What readers told us · Help</title>');
    expect(textOf(page)).toContain('Demo data These figures are made up');
    const pictures = page.split('<figure class="picture">').slice(1);
    expect(pictures.length).toBeGreaterThan(20);
    for (const picture of pictures) {
      expect(picture).toMatch(/^\s*<p class="demo" aria-hidden="true">Demo data<\/p>/);
      expect(picture).toMatch(/<figcaption><strong>Demo data\.<\/strong> /);
    }
  });

  test('leave no mark on a report of real ones', () => {
    expect(textOf(reportPage(aFullReport()))).not.toContain('Demo');
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
