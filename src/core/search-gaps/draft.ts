import type { ArticleType } from '../article-kinds.ts';
import { folded } from '../learning/phrasing.ts';
import type { SearchGap } from './search-gap.ts';
import { yamlText } from './yaml-text.ts';

const LONGEST_NAME = 60;

/** Words by which readers show what kind of answer they want. */
const SIGNS: readonly (readonly [ArticleType, RegExp])[] = [
  [
    'troubleshooting',
    /\b(?:errors?|fail\w*|broken|problems?|issues?|crash\w*|cannot|can[’']t|not work\w*|[’']t work\w*|fehler\w*|probleme?|kaputt|(?:geht|funktioniert|klappt)\b.*\bnicht|nicht möglich)\b/iu,
  ],
  ['how-to', /^(?:how (?:do|can|to|should)|wie (?!lange|viele?|oft|teuer|hoch|weit|groß)|wo )/iu],
  ['faq', /^(?:what|when|who|why|is|are|does|do|can|may|how|was|wann|wer|warum|ist|sind|kann|darf|wie)\b/iu],
];

/** The kind of answer that readers seem to want. */
export function typeGuess(query: string): ArticleType {
  return SIGNS.find(([, sign]) => sign.test(query))?.[0] ?? 'how-to';
}

/**
 * The beginning of an article that is missing, in the words of its readers.
 *
 * @param folder of its category
 * @param files that are there already, so that none is overwritten
 */
export function draftFor(
  { locale, phrasings }: SearchGap,
  folder: string,
  files: ReadonlySet<string>,
): { file: string; text: string } {
  const [{ query } = { query: '' }] = phrasings;
  const title = `${query.charAt(0).toUpperCase()}${query.slice(1)}`;
  return {
    file: freeFile(`${locale}/${folder}/${nameOf(query)}`, files),
    text: [
      '---',
      `title: ${yamlText(title)}`,
      'description: The answer itself in one or two sentences, as search results will show it.',
      `type: ${typeGuess(query)}`,
      'questions:',
      ...phrasings.map((phrasing) => `  - ${yamlText(phrasing.query)}`),
      '# The team or e-mail address that keeps the answer right.',
      '# owner:',
      'draft: true',
      '---',
      '',
    ].join('\n'),
  };
}

/** A name for a file and an address. A query in another script than the Latin leaves nothing of itself. */
function nameOf(query: string): string {
  const name = folded(query)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
  return name || 'new-article';
}

function freeFile(path: string, files: ReadonlySet<string>): string {
  const isTaken = (name: string) => files.has(`${name}.md`) || files.has(`${name}.mdx`);
  let count = 1;
  while (isTaken(count === 1 ? path : `${path}-${count}`)) count++;
  return `${count === 1 ? path : `${path}-${count}`}.md`;
}
