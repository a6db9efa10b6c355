import { describe, expect, test } from 'vitest';
import { RULE_NAMES } from '../../src/core/rules/index.ts';
import { readTexts } from '../../src/readers/texts.ts';
import { renderDigest } from '../../src/reports/digest/digest-formats.ts';
import { MARCH, marchDigest, NOBODY } from './march.ts';

describe('the digest', () => {
  test('says what changed, what to do and who, and calls nobody', () => {
    expect(renderDigest('markdown', marchDigest('en'))).toBe(ENGLISH);
  });

  test('is a mail as well, in the language of its readers', () => {
    const input = { ...marchDigest('de'), auditAddress: 'https://ci.example.com/audit.html?a&b', demo: true };
    const body = /<div[^>]*>([\s\S]*)<\/div>/.exec(renderDigest('html', input))?.[1] ?? '';
    expect(wordsOf(body)).toEqual(GERMAN);
    expect(body).toContain(
      '<a href="https://ci.example.com/audit.html?a&amp;b" style="color: inherit; text-decoration: underline">Die ganze Arbeitsliste</a>',
    );
    expect(body).toContain(
      '<a href="https://help.example.com/en/billing/refund/" lang="en" style="color: inherit; text-decoration: underline">Get a &lt;refund&gt;</a>',
    );
    expect(body).toContain('<code>&lt;fax&gt;</code>');
  });

  test('as a mail holds styles in its elements only, and nothing that a mail program keeps out', () => {
    const page = renderDigest('html', { ...marchDigest('en'), missing: ['votes', 'history'] });
    expect(page).not.toMatch(/<(?:script|style|link|img|iframe|form|svg)\b|\son\w+=|url\(|@import/i);
    // A colour that is not set is the mail program's own, and so readable in the dark.
    expect(page).not.toMatch(/(?:[;"\s]color\s*:(?! inherit)|background[\w-]*\s*:)/);
    expect(page).toContain('<meta name="color-scheme" content="light dark">');
    expect(page).toContain('max-width: 640px');
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  });

  test('says when nothing changed by more than chance explains', () => {
    const steady = {
      ...MARCH,
      moved: { gained: [], lost: [] },
      votes: { ...MARCH.votes, change: undefined },
    };
    const { survey, ...rest } = steady;
    const text = renderDigest('markdown', { ...marchDigest('en'), figures: rest });
    expect(text).toContain('Besides, nothing changed by more than chance explains.');
    expect(text).not.toContain('▼');
    expect(text).not.toContain('Worse');
  });

  test('names no level where the answers of a week leave open which one is broken', () => {
    const { survey } = MARCH;
    const levels = survey?.pyramid.levels.map((level) =>
      level.verdict === 'first-broken' ? { ...level, verdict: 'undecided' as const, more: 10 } : level,
    );
    const figures = { ...MARCH, survey: survey && { ...survey, pyramid: { levels: levels ?? [] } } };
    const text = renderDigest('markdown', { ...marchDigest('en'), figures });
    expect(text).toBe(ENGLISH.replace(/Start with Partnership.*\n\n/, ''));
  });

  test('says that nothing came in, that nothing is to do, and what the audit did without', () => {
    const input = { ...marchDigest('en', []), figures: NOBODY, missing: ['votes', 'history'] as const };
    expect(renderDigest('markdown', input)).toBe(NOTHING);
  });

  test('says in one line what is to do on one article', () => {
    const article = { article: 'billing/refund', locale: 'en', file: 'en/billing/refund.md', line: 1 };
    const finding = { ...article, severity: 'warning' as const, message: '', hint: '' };
    const findings = [
      { ...finding, rule: 'orphan' },
      { ...finding, rule: 'unhelpful', line: 2 },
      { ...finding, rule: 'orphan', locale: 'de', file: 'de/abrechnung/erstattung.md' },
    ];
    const text = renderDigest('markdown', marchDigest('en', findings));
    expect(text.match(/^- .*Hardly any way.*$/gm)).toEqual([
      '- [Get a &lt;refund>](<https://help.example.com/en/billing/refund/>): Hardly any way leads to it: link to it from ' +
        'where readers come by. It helps too few readers: rewrite the answer.',
      '- `billing/refund`: Hardly any way leads to it: link to it from where readers come by.',
    ]);
  });

  test('leaves nobody with the bare name of a rule', () => {
    for (const locale of ['en', 'de'] as const) {
      const texts = readTexts(locale);
      expect(RULE_NAMES.filter((rule) => !texts[`digest.work.${rule}`])).toEqual([]);
    }
  });
});

/** The words of a page, one element a line, as a mail program without HTML shows them. */
function wordsOf(page: string): string[] {
  return page
    .replace(/<\/(?:h\d|p|li)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
}

const ENGLISH = `# The week at Help \\| all of it

March 1, 2026 to March 31, 2026, compared with January 29, 2026 to February 28, 2026.

## What changed

- **50%** of 120 votes say that the answer helped (41 to 59%). Worse: −30 points, more than chance explains
- **80%** of 50 people are satisfied with the help (CSAT; 67 to 89%)
- **30** Net Promoter Score of 40 answers, on a scale from −100 to 100 (5 to 50)
- **50** people filled in the survey
- **20%** of 60 searches found nothing
- **20** times readers looked for a person; 3 solved by an article on the way
- ▼ Worse: **Partnership**. 50% of the answers of 48 readers are good; before, it was 80%.
- ▼ Worse: **[Get a &lt;refund>](<https://help.example.com/en/billing/refund/>)**. 50% of 100 votes say that it helped; before, it was 80%.

Start with Partnership: it is the first level that does not hold. 50% of the answers are good, 70% are needed.

## What to do

**billing-team**

- [Get a &lt;refund>](<https://help.example.com/en/billing/refund/>): It helps too few readers (50% of 100): rewrite the answer.
- [Find your invoice](<https://help.example.com/en/billing/invoice/>): Hardly any way leads to it: link to it from where readers come by.

**Without an owner**

- \`synonyms.yaml:2\`: Readers search for it and find nothing: add a synonym, or write the answer. 12 readers searched for \`<fax>\`.

**\`@office\`**

- [Find your invoice](<https://help.example.com/en/billing/invoice/>): Its review is due: confirm the answer, or mend it.
- \`gone\`: Its review is due: confirm the answer, or mend it.

1 more thing to do is on the audit’s list: \`npm run audit\`
`;

const GERMAN = [
  'Die Woche bei Hilfe',
  '1. März 2026 bis 31. März 2026, verglichen mit 29. Januar 2026 bis 28. Februar 2026.',
  'Demodaten: erfunden, um zu zeigen, wie ein Bericht aussieht.',
  'Was sich geändert hat',
  '50 % der 120 Stimmen sagen: Das hat geholfen (41 bis 59 %). Schlechter: −30 Punkte, mehr als Zufall erklärt',
  '80 % von 50 Befragten sind mit der Hilfe zufrieden (CSAT; 67 bis 89 %)',
  '30 Net Promoter Score aus 40 Antworten, auf einer Skala von −100 bis 100 (5 bis 50)',
  '50 Menschen haben die Umfrage ausgefüllt',
  '20 % der 60 Suchen fanden nichts',
  '20 Mal suchte jemand den Weg zu einem Menschen; 3-mal half unterwegs ein Artikel',
  '▼ Schlechter: Partnerschaft. 50 % der Antworten von 48 Personen sind gut, vorher waren es 80 %.',
  '▼ Schlechter: Get a <refund>. 50 % von 100 Stimmen sagen „hat geholfen“, vorher waren es 80 %.',
  'Fangen Sie hier an: Partnerschaft ist die erste Stufe, die nicht trägt. 50 % der Antworten sind gut, nötig sind 70 %.',
  'Was zu tun ist',
  'billing-team',
  'Get a <refund>: Er hilft zu wenigen (50 % von 100): Antwort neu schreiben.',
  'Find your invoice: Kaum ein Weg führt zu ihm: von dort verlinken, wo viele vorbeikommen.',
  'Ohne Zuständige',
  'synonyms.yaml:2: Danach wird gesucht, aber nichts gefunden: ein Synonym ergänzen oder die Antwort schreiben. 12 readers searched for <fax>.',
  '@office',
  'Find your invoice: Seine Prüfung ist fällig: Antwort bestätigen oder verbessern.',
  'gone: Seine Prüfung ist fällig: Antwort bestätigen oder verbessern.',
  '1 weitere Aufgabe steht auf der Arbeitsliste: npm run audit',
  'Die ganze Arbeitsliste',
];

const NOTHING = `# The week at Help \\| all of it

March 1, 2026 to March 31, 2026, compared with January 29, 2026 to February 28, 2026.

## What changed

Nothing came in this week.

## What to do

Nothing: the audit finds no work.

Nobody has voted yet, so the audit could not look at votes and searches.

Without a git history, the audit could not look at edits and reviews. In CI, fetch all of it.
`;
