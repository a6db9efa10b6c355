import type { z } from 'zod';
import {
  type Article,
  type Category,
  categoryFrontmatterSchema,
  frontmatterSchema,
} from '../core/article.ts';
import type { Finding } from '../core/finding.ts';
import { revisionOf } from '../core/revision.ts';
import { type SplitFile, splitFrontmatter } from './frontmatter.ts';
import { mdxMistakes } from './mdx-mistakes.ts';
import { MarkdownMistake, readOutline } from './outline.ts';
import { validate } from './schema-findings.ts';
import type { TextFile } from './text-file.ts';
import { parseYaml } from './yaml-source.ts';

/** Larger files are refused: an article of this size is a book, and slows every reader down. */
const MAX_BYTES = 1_000_000;

/** Reads one article; `article` is missing where its file has mistakes that leave nothing to publish. */
export function readArticle(path: string, file: TextFile): { article?: Article; findings: Finding[] } {
  const findings = fileFindings(path, file);
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  const split = splitFrontmatter(file.text);
  const { body, bodyLine } = split;
  const frontmatter = readFrontmatter(path, split, frontmatterSchema, ARTICLE_START);
  findings.push(...frontmatter.findings);

  const [locale = '', category = '', name = ''] = path.split('/');
  const format = name.endsWith('.mdx') ? 'mdx' : 'md';
  const slug = name.slice(0, name.lastIndexOf('.'));
  try {
    const outline = readOutline(body, format, bodyLine);
    if (format === 'mdx') {
      findings.push(
        ...mdxMistakes(body, bodyLine).map(
          (mistake): Finding => ({ rule: 'mdx', severity: 'error', file: path, ...mistake }),
        ),
      );
    }
    if (!frontmatter.value) return { findings };
    const article: Article = {
      id: frontmatter.value.id ?? `${category}/${slug}`,
      locale,
      category,
      slug,
      path,
      frontmatter: frontmatter.value,
      lines: frontmatter.lines,
      bodyLine,
      outline,
      revision: revisionOf(frontmatter.value.title, outline.sections),
    };
    return { article, findings };
  } catch (error) {
    if (!(error instanceof MarkdownMistake)) throw error;
    findings.push({
      rule: 'mdx',
      severity: 'error',
      file: path,
      line: error.line,
      message: `The MDX does not compile: ${error.message.replace(/\.$/, '')}.`,
      hint: 'Close every tag, and write \\{ and \\< where a brace or an angle bracket is meant as text.',
    });
    return { findings };
  }
}

/** Reads the `index.md` that describes a category. */
export function readCategory(path: string, file: TextFile): { category?: Category; findings: Finding[] } {
  const findings = fileFindings(path, file);
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  const { value, findings: mistakes } = readFrontmatter(
    path,
    splitFrontmatter(file.text),
    categoryFrontmatterSchema,
    CATEGORY_START,
  );
  findings.push(...mistakes);
  if (!value) return { findings };
  const [locale = '', folder = ''] = path.split('/');
  return { category: { ...value, id: value.id ?? folder, locale, folder }, findings };
}

const ARTICLE_START = '`---`, `title: …`, `description: …`, `type: faq`, `---`';
const CATEGORY_START = '`---`, `title: …`, `description: …`, `---`';

function readFrontmatter<Schema extends z.ZodType>(
  file: string,
  { yaml, body }: SplitFile,
  schema: Schema,
  start: string,
): { value?: z.output<Schema>; findings: Finding[]; lines: Record<string, number> } {
  const finding = (line: number, message: string, hint: string): Finding => ({
    rule: 'frontmatter',
    severity: 'error',
    file,
    line,
    message,
    hint,
  });
  if (yaml === undefined) {
    if (/^---[ \t]*\n/.test(body)) {
      const hint = 'Write a line `---` between it and the text.';
      return { findings: [finding(1, 'The frontmatter has no end.', hint)], lines: {} };
    }
    return {
      findings: [finding(1, 'The file has no frontmatter.', `Begin it with the lines ${start}.`)],
      lines: {},
    };
  }
  const source = parseYaml(yaml, 2);
  if (source.mistakes.length > 0) {
    return {
      findings: source.mistakes.map(({ line, message }) =>
        finding(
          line,
          `The frontmatter is not YAML: ${message}.`,
          'Put quotation marks around text that holds : or #, or begins with * or [.',
        ),
      ),
      lines: {},
    };
  }
  return {
    ...validate(schema, source.value ?? {}, { rule: 'frontmatter', file, source }),
    lines: source.keyLines,
  };
}

/** What can be wrong with a file before anybody reads its words. */
function fileFindings(path: string, file: TextFile): Finding[] {
  const finding = (rule: string, severity: Finding['severity'], message: string, hint: string): Finding => ({
    rule,
    severity,
    file: path,
    line: 1,
    message,
    hint,
  });
  if (file.text.trim() === '') {
    return [finding('empty-file', 'error', 'The file is empty.', 'Write the article, or delete the file.')];
  }
  if (file.size > MAX_BYTES) {
    const size = (file.size / 1_000_000).toFixed(1);
    return [
      finding(
        'too-large',
        'error',
        `The article is ${size} MB long; at most 1 MB can be published.`,
        'Split it into several articles.',
      ),
    ];
  }
  const findings: Finding[] = [];
  if (file.isBroken) {
    findings.push(
      finding(
        'encoding',
        'error',
        'The file is not saved as UTF-8, so that letters such as ä are broken.',
        'Save it again as UTF-8.',
      ),
    );
  }
  if (file.hasByteOrderMark || file.hasWindowsLineEnds) {
    const what = [
      file.hasByteOrderMark && 'a byte order mark',
      file.hasWindowsLineEnds && 'Windows line ends (CRLF)',
    ].filter(Boolean);
    findings.push(
      finding(
        'line-ends',
        'hint',
        `The file has ${what.join(' and ')}.`,
        'It works as it is; saved as UTF-8 with LF, changes stay small.',
      ),
    );
  }
  return findings;
}
