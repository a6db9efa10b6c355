import { expect, test } from 'vitest';
import { figuresMarkdown } from '../../src/reports/figures-markdown.ts';
import { MARCH, marchReport, NOBODY } from './march.ts';

test('the report as Markdown has a table for each part, and shows what readers typed as text', () => {
  expect(figuresMarkdown(marchReport('en'))).toBe(ENGLISH);
});

test('it is in the language of its readers, and says when it is made up', () => {
  const text = figuresMarkdown({ ...marchReport('de'), demo: true });
  expect(text.slice(0, text.indexOf('\n## Zufriedenheit'))).toBe(GERMAN);
});

test('parts about which nobody said anything are left out', () => {
  expect(figuresMarkdown(marchReport('en', NOBODY)).match(/^#+ .*$/gm)).toEqual([
    '# What readers told us · Help \\| all of it',
    '## At a glance',
  ]);
});

test('votes that are too few for a share are counted', () => {
  const votes = { total: 3, reasons: [], comments: { total: 0, newest: [] } };
  const text = figuresMarkdown(marchReport('en', { ...MARCH, votes }));
  expect(text).toContain('\n## Did the answers help?\n\n3 votes so far. Shares appear from 5 votes on.\n');
});

const ENGLISH = `# What readers told us · Help \\| all of it

March 1, 2026 to March 31, 2026, compared with January 29, 2026 to February 28, 2026. Change is in points against the period before; in brackets where chance explains it as well.

## At a glance

- **50%** of 120 votes say that the answer helped (41 to 59%). Worse: −30 points, more than chance explains
- **80%** of 50 people are satisfied with the help (CSAT; 67 to 89%)
- **30** Net Promoter Score of 40 answers, on a scale from −100 to 100 (5 to 50). No clear change: +30 points, which may be chance
- **50** people filled in the survey
- **20%** of 60 searches found nothing
- **20** times readers looked for a person; 3 solved by an article on the way

Start with Partnership: it is the first level that does not hold. 50% of the answers are good, 70% are needed.

## What customers expect

| Level | Readers | Good | Range | Change | Verdict |
| --- | ---: | ---: | ---: | ---: | --- |
| Accuracy | 50 | 90% | 81 to 95% | – | Holds |
| Availability | – | – | – | – | Not asked in this survey |
| Partnership | 48 | 50% | 38 to 62% | −30 | First broken level |
| Expertise | – | – | – | – | Not asked in this survey |

## Satisfaction and recommendation

| Question | Figure | Value | Range | Answers | Change |
| --- | --- | ---: | ---: | ---: | --- |
| Satisfied? | CSAT | 80% | 67 to 89% | 50 | – |
| Would you recommend us? | NPS | 30 | 5 to 50 | 40 | No clear change: +30 points, which may be chance |

## Question by question

| Level | Question | Answers | Good | Range | Change |
| --- | --- | ---: | ---: | ---: | ---: |
| Accuracy | Was it right? | 50 | 90% | 79 to 96% | – |

## Did the answers help?

50% of 120 votes say that the answer helped (range: 41 to 59%).

Worse: −30 points, more than chance explains

| Reason | Times | Share |
| --- | ---: | ---: |
| Out of date | 15 | 75% |
| Wrong | 5 | 25% |

## How well each category helps

| Category | Language | Votes | Helpful | Range | Change |
| --- | --- | ---: | ---: | ---: | ---: |
| Bills &amp; money | English | 110 | 70% | 61 to 78% | (+10) |

## Gained and lost

### These help a smaller share of readers than before

| Article | Language | Votes | Helpful | Range | Change |
| --- | --- | ---: | ---: | ---: | ---: |
| [Get a &lt;refund>](<https://help.example.com/en/billing/refund/>) | English | 100 | 50% | 40 to 60% | −30 |

## Articles that help least

| Article | Language | Votes | Helpful | Range | Change |
| --- | --- | ---: | ---: | ---: | ---: |
| [Get a &lt;refund>](<https://help.example.com/en/billing/refund/>) | English | 100 | 50% | 40 to 60% | −30 |

## What readers search for

60 searches. 20% of them found nothing (12 to 32%).

### Asked most

| Searched for | Language | Searches | Found nothing | Nothing taken |
| --- | --- | ---: | ---: | ---: |
| \`a\\|b@all\` | English | 30 | 0 | 6 |

### Found nothing

| Searched for | Language | Searches | Found nothing | Nothing taken |
| --- | --- | ---: | ---: | ---: |
| \\=fax | German | 12 | 12 | 0 |

### Passed over

| Searched for | Language | Searches | Found nothing | Nothing taken |
| --- | --- | ---: | ---: | ---: |
| \`a\\|b@all\` | English | 30 | 0 | 6 |

## On the way to a person

20 times readers looked for a person.

8 times they took an article there instead.

3 times they said on the way that an article had solved it.

| Article | Language | Looked for a person | Solved on the way |
| --- | --- | ---: | ---: |
| [Get a &lt;refund>](<https://help.example.com/en/billing/refund/>) | English | 12 | 3 |

## Set aside

1,278 submissions came in that are in none of these figures. They are kept, so that a mistake can be found.

| Why | Votes | Filled in | Visits and searches |
| --- | ---: | ---: | ---: |
| More of the same from one place | 35 | 1 | 1,200 |
| Sent by a program | 2 | 0 | 40 |
`;

const GERMAN = `# Was Leser uns sagen · Hilfe

1. März 2026 bis 31. März 2026, verglichen mit 29. Januar 2026 bis 28. Februar 2026. Die Änderung steht in Punkten gegenüber dem Zeitraum davor, in Klammern, wo auch der Zufall sie erklärt.

**Demodaten: erfunden, um zu zeigen, wie ein Bericht aussieht.**

## Auf einen Blick

- **50 %** der 120 Stimmen sagen: Das hat geholfen (41 bis 59 %). Schlechter: −30 Punkte, mehr als Zufall erklärt
- **80 %** von 50 Befragten sind mit der Hilfe zufrieden (CSAT; 67 bis 89 %)
- **30** Net Promoter Score aus 40 Antworten, auf einer Skala von −100 bis 100 (5 bis 50). Keine klare Änderung: +30 Punkte, kann Zufall sein
- **50** Menschen haben die Umfrage ausgefüllt
- **20 %** der 60 Suchen fanden nichts
- **20** Mal suchte jemand den Weg zu einem Menschen; 3-mal half unterwegs ein Artikel

Fangen Sie hier an: Partnerschaft ist die erste Stufe, die nicht trägt. 50 % der Antworten sind gut, nötig sind 70 %.

## Was Kunden erwarten

| Stufe | Leser | Gut | Bereich | Änderung | Urteil |
| --- | ---: | ---: | ---: | ---: | --- |
| Genauigkeit | 50 | 90 % | 81 bis 95 % | – | Trägt |
| Verfügbarkeit | – | – | – | – | Danach fragt die Umfrage nicht |
| Partnerschaft | 48 | 50 % | 38 bis 62 % | −30 | Erste Stufe, die nicht trägt |
| Expertise | – | – | – | – | Danach fragt die Umfrage nicht |
`;
