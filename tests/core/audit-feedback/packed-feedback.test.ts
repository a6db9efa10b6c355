import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_FEEDBACK } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { packed, unpacked } from '../../../src/core/audit-feedback/packed-feedback.ts';
import { anArticle, feedbackOn } from '../an-article.ts';

const aDay = fc
  .date({ min: new Date('1969-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.array(fc.record({ day: aDay, helpful: fc.nat(1_000_000), unhelpful: fc.nat(9) }));

test('feedback is the same after it went from thread to thread', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const feedback = {
        ...NO_FEEDBACK,
        later: 3,
        articles: [
          feedbackOn(anArticle(), { days: one, views: 7 }),
          feedbackOn(anArticle(), { days: other }),
        ],
      };
      expect(unpacked(structuredClone(packed(feedback)))).toEqual(feedback);
    }),
  );
});
