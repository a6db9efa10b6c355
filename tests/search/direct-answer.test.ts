import { describe, expect, test } from 'vitest';
import { others, smallIndex, type Writing } from './small-index.ts';

const FAQ: Writing = {
  id: 'billing/refund',
  title: 'When does a refund arrive?',
  type: 'faq',
  text: 'Your refund arrives within a week.\n\nWe pay it to the same card.',
};

async function asked(query: string, given: Partial<Writing> = {}, options = {}) {
  const { find } = await smallIndex([{ ...FAQ, ...given }, ...others()]);
  return find(query, options);
}

describe('the answer itself', () => {
  test('is there, by paragraph, for a short faq that is as good as asked for', async () => {
    const { confidence, direct } = await asked('When does a refund arrive?');
    expect(confidence).toBeGreaterThanOrEqual(0.9);
    expect(direct).toEqual({
      article: 'billing/refund',
      url: '/en/billing/refund/',
      title: 'When does a refund arrive?',
      paragraphs: ['Your refund arrives within a week.', 'We pay it to the same card.'],
    });
  });

  test.each(['how-to', 'troubleshooting', 'reference'] as const)('is not there for a %s', async (type) => {
    const answer = await asked('When does a refund arrive?', { type });
    expect(answer.confidence).toBeGreaterThanOrEqual(0.9);
    expect(answer).not.toHaveProperty('direct');
  });

  test.each<[string, Partial<Writing>]>([
    ['is too long to show', { text: `Your refund arrives within a week. ${'More of it. '.repeat(60)}` }],
    ['stands under a heading', { text: '', sections: { Cards: 'Your refund arrives within a week.' } }],
    ['says nothing', { text: '' }],
  ])('is not there where the text %s', async (_, given) => {
    const answer = await asked('When does a refund arrive?', given);
    expect(answer.results[0]?.article).toBe('billing/refund');
    expect(answer).not.toHaveProperty('direct');
  });

  test('is not there where the query is less than sure', async () => {
    const answer = await asked('parking at the airport refund');
    expect(answer.results[0]?.article).toBe('billing/refund');
    expect(answer.confidence).toBeLessThan(0.9);
    expect(answer).not.toHaveProperty('direct');
  });

  test('is not there where no result is shown', async () => {
    expect(await asked('When does a refund arrive?', {}, { limit: 0 })).not.toHaveProperty('direct');
    expect(await asked('When does a refund arrive?', {}, { type: 'how-to' })).not.toHaveProperty('direct');
  });
});
