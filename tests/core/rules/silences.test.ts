import { expect, test } from 'vitest';
import { findWork } from '../../../src/core/rules/index.ts';
import type { Source } from '../../../src/core/rules/rule.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { given, named, SITE, work } from './work.ts';

const OVERDUE = { reviewed: '2020-01-01', description: 'How.' };

test('a silenced rule says nothing of the article, and the rest still speaks', () => {
  const silence = [{ rule: 'review-due', reason: 'Replaced in autumn' }];
  const quiet = anArticle({ id: 'a/quiet', frontmatter: { ...OVERDUE, silence } });
  const loud = anArticle({ id: 'a/loud', frontmatter: OVERDUE });
  const feedback = aSummary(feedbackOn(quiet, { helpful: 2, unhelpful: 40 }));
  const { findings, silenced } = findWork(given({ articles: [quiet, loud], feedback }));
  expect(named(findings)).toEqual(['unhelpful en/a/quiet.md', 'review-due en/a/loud.md']);
  expect(silenced).toBe(1);
});

test('a silence holds for its own file, not for the translation', () => {
  const silence = [{ rule: 'review-due', reason: 'Replaced in autumn' }];
  const english = anArticle({ id: 'a/quiet', frontmatter: { ...OVERDUE, silence } });
  const german = anArticle({ id: 'a/quiet', locale: 'de', frontmatter: OVERDUE });
  expect(named(work({ articles: [english, german] }))).toEqual(['review-due de/a/quiet.md']);
});

test('an article that has expired is silenced as well', () => {
  const silence = [{ rule: 'expired', reason: 'Comes back at Christmas' }];
  const frontmatter = { reviewed: '2026-01-01', expiresAt: '2026-02-01' };
  const article = anArticle({ frontmatter });
  expect(named(work({ articles: [article] }))).toEqual(['expired en/billing/refund.md']);
  expect(work({ articles: [anArticle({ frontmatter: { ...frontmatter, silence } })] })).toEqual([]);
});

test('a silence that silences nothing is reported with its line and reason', () => {
  const silence = [{ rule: 'unhelpful', reason: 'People vote on the price.' }];
  const article = anArticle({
    frontmatter: { reviewed: '2026-07-01', owner: 'billing-team', silence },
  });
  expect(work({ articles: [article] })).toEqual([
    {
      rule: 'unused-silence',
      severity: 'hint',
      article: 'billing/refund',
      locale: 'en',
      file: 'en/billing/refund.md',
      line: 7,
      owner: 'billing-team',
      message: 'It silences `unhelpful` (People vote on the price), which has nothing to say about it.',
      hint: 'Take the entry out of `silence`: it would hide what comes next.',
      impact: 0,
    },
  ]);
});

test('a silence is not called needless by an audit that had nothing to judge it by', () => {
  const silence = [{ rule: 'unhelpful', reason: 'People vote on the price' }];
  const article = anArticle({ frontmatter: { reviewed: '2026-07-01', silence } });
  const subject = given({ articles: [article] });
  expect(findWork({ ...subject, missing: new Set(['votes']) }).findings).toEqual([]);
});

test('nor by an audit that could look at a part of it only', () => {
  const silence = [{ rule: 'depends-on', reason: 'The terms change every day' }];
  const article = anArticle({ frontmatter: { reviewed: '2026-07-01', silence } });
  const subject = given({ articles: [article] });
  const without = (...missing: Source[]) =>
    named(findWork({ ...subject, missing: new Set(missing) }).findings);
  expect(without('links')).toEqual([]);
  expect(without('history')).toEqual([]);
  expect(without('votes')).toEqual(['unused-silence en/billing/refund.md']);
});

test('a golden query is silenced by the article that it asks for', () => {
  const silence = [{ rule: 'unfindable', reason: 'Only its old name is asked for' }];
  const article = anArticle({ frontmatter: { reviewed: '2026-07-01', silence } });
  const golden = { query: 'money back', locale: 'en', article: 'billing/refund', top: 3, line: 1 };
  const placed = { ...given({ articles: [article] }), goldenPlacements: [golden] };
  const { findings, silenced } = findWork(placed);
  expect({ findings, silenced }).toEqual({ findings: [], silenced: 1 });
});

test('a draft is not asked about its silences', () => {
  const silence = [{ rule: 'unhelpful', reason: 'People vote on the price' }];
  expect(work({ articles: [anArticle({ frontmatter: { draft: true, silence } })] })).toEqual([]);
});

test('a site sets the severity of a rule, or turns it off', () => {
  const articles = [anArticle({ id: 'a/due', frontmatter: OVERDUE })];
  const severityWith = (severity: Record<string, string>) =>
    work({ articles, content: { site: siteSchema.parse({ ...SITE, audit: { severity } }) } }).map(
      (finding) => finding.severity,
    );
  expect(severityWith({})).toEqual(['warning']);
  expect(severityWith({ 'review-due': 'hint' })).toEqual(['hint']);
  expect(severityWith({ 'review-due': 'off' })).toEqual([]);
});
