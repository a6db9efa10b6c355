import type { DirectAnswer } from './answer.ts';
import type { Fragment } from './index-files.ts';

/** From this confidence on, the answer itself stands above the results. */
const CONFIDENT = 0.9;
/** A longer answer is better read in its place, in characters. */
const LONGEST = 700;

/** The answer itself, where the first result is an faq that very likely holds it and is short enough to show. */
export function directAnswer(
  result: { fragment: Fragment } | undefined,
  confidence: number,
): DirectAnswer | undefined {
  if (!result || confidence < CONFIDENT || result.fragment.type !== 'faq') return undefined;
  const { article, url, askings, sections } = result.fragment;
  const [beginning] = sections;
  if (!beginning || beginning.heading || beginning.text.length > LONGEST) return undefined;
  const paragraphs = beginning.text.split(/\n+/).filter((paragraph) => paragraph.trim());
  return paragraphs.length === 0 ? undefined : { article, url, title: askings[0]?.[0] ?? '', paragraphs };
}
