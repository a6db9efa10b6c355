import { expect, test } from 'vitest';
import { figuresCsv } from '../../src/reports/figures-csv.ts';
import { MARCH, NOBODY } from './march.ts';

test('every figure of a report stands in a row of its own, with its range, its group and what it was before', () => {
  expect(figuresCsv(MARCH)).toBe(`\ufeff${ALL.replaceAll('\n', '\r\n')}`);
});

test('made-up figures say so in the table too', () => {
  expect(figuresCsv(MARCH, true)).toContain('\r\nperiod,,,,,demo,true,');
});

test('a report without anything in it is its period and zeros', () => {
  expect(figuresCsv(NOBODY).split('\r\n').slice(1)).toEqual([
    'period,,,,2026-03-01,from,,,,,,,,',
    'period,,,,2026-03-31,to,,,,,,,,',
    'period,,,,2026-01-29,before_from,,,,,,,,',
    'period,,,,2026-02-28,before_to,,,,,,,,',
    'votes,,,,,votes,0,,,,,,,',
    'searches,,,,,searches,0,,,,,,,',
    'searches,,,,,rare,0,,,,,,,',
    'contacts,,,,,contacts,0,,,,,,,',
    'contacts,,,,,instead,0,,,,,,,',
    'contacts,,,,,solved,0,,,,,,,',
    '',
  ]);
});

const ALL = `part,group_kind,group,language,item,measure,value,low,high,of,before,difference,difference_low,difference_high
period,,,,2026-03-01,from,,,,,,,,
period,,,,2026-03-31,to,,,,,,,,
period,,,,2026-01-29,before_from,,,,,,,,
period,,,,2026-02-28,before_to,,,,,,,,
votes,,,,,votes,120,,,,,,,
votes,,,,,helpful,0.5,0.41,0.59,120,0.8,-0.3,-0.43,-0.16
trend,,,,2026-02-23,helpful,0.8,0.49,0.94,10,,,,
trend,,,,2026-03-09,helpful,0.5,0.22,0.78,8,,,,
reasons,,,,outdated,votes,15,,,20,,,,
reasons,,,,wrong,votes,5,,,20,,,,
categories,,,en,billing,votes,110,,,,,,,
categories,,,en,billing,helpful,0.7,0.61,0.78,110,0.6,0.1,-0.28,0.44
articles,,,en,billing/refund,views,900,,,,,,,
articles,,,en,billing/refund,votes,100,,,,,,,
articles,,,en,billing/refund,helpful,0.5,0.4,0.6,100,0.8,-0.3,-0.43,-0.16
articles,,,en,billing/refund,reason_outdated,15,,,,,,,
edits,revision,a22222222222,en,billing/refund,helpful,0.3,0.2,0.43,60,0.8,-0.5,-0.64,-0.3
articles,,,de,gone,views,3,,,,,,,
articles,,,de,gone,votes,2,,,,,,,
searches,,,,,searches,60,,,,,,,
searches,,,,,without_result,0.2,0.12,0.32,60,,,,
searches,,,,,ignored,0.1,0.05,0.2,60,,,,
searches,,,,,rare,18,,,,,,,
phrases,,,en,a|b@all,searches,30,,,,,,,
phrases,,,en,a|b@all,without_result,0,,,30,,,,
phrases,,,en,a|b@all,ignored,6,,,30,,,,
phrases,,,de,'=fax,searches,12,,,,,,,
phrases,,,de,'=fax,without_result,12,,,12,,,,
phrases,,,de,'=fax,ignored,0,,,12,,,,
contacts,,,,,contacts,20,,,,,,,
contacts,,,,,instead,8,,,,,,,
contacts,,,,,instead_share,0.4,0.22,0.61,20,,,,
contacts,,,,,solved,3,,,,,,,
contacts,,,,,solved_share,0.15,0.05,0.36,20,,,,
contacts,,,en,billing/refund,contacts,12,,,,,,,
contacts,,,en,billing/refund,solved,3,,,,,,,
survey,,,,,sheets,50,,,,,,,
levels,,,,accuracy,verdict,holds,,,,,,,
levels,,,,accuracy,good,0.9,0.81,0.95,50,,,,
levels,,,,availability,verdict,not-asked,,,,,,,
levels,,,,partnership,verdict,first-broken,,,,,,,
levels,,,,partnership,good,0.5,0.38,0.62,48,0.8,-0.3,-0.46,-0.11
levels,,,,expertise,verdict,not-asked,,,,,,,
questions,,,,right,answers,50,,,,,,,
questions,,,,right,good,0.9,0.79,0.96,50,,,,
questions,,,,right,chosen_5,45,,,50,,,,
questions,,,,satisfaction,answers,50,,,,,,,
questions,,,,satisfaction,good,0.8,0.67,0.89,50,,,,
questions,,,,recommend,answers,40,,,,,,,
questions,,,,recommend,score,30,5,50.1235,40,0,30,-2,60
earlier_wordings,wording,abcdef12,en,recommend,answers,7,,,,,,,
survey,source,newsletter,,,satisfied,0.9,0.74,0.97,30,,,,
survey,source,newsletter,,,sheets,30,,,,,,,
votes,category,billing,en,,votes,110,,,,,,,
votes,category,billing,en,,helpful,0.7,0.61,0.78,110,0.6,0.1,-0.28,0.44
languages,,,en,,views,900,,,,,,,
languages,,,en,,votes,118,,,,,,,
languages,,,en,,searches,48,,,,,,,
languages,,,en,,contacts,20,,,,,,,
languages,,,en,,helpful,0.5085,0.42,0.6,118,,,,
aside,,,,repeat,votes,35,,,,,,,
aside,,,,repeat,sheets,1,,,,,,,
aside,,,,repeat,signals,1200,,,,,,,
aside,,,,bot,votes,2,,,,,,,
aside,,,,bot,sheets,0,,,,,,,
aside,,,,bot,signals,40,,,,,,,
`;
