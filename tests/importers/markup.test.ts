import { describe, expect, test } from 'vitest';
import { convertAttributeLines, convertContainers } from '../../src/importers/containers.ts';
import { convertHeadings } from '../../src/importers/headings.ts';
import { htmlToMarkdown } from '../../src/importers/html-to-markdown.ts';
import { removeLeftovers } from '../../src/importers/leftovers.ts';
import type { Loss } from '../../src/importers/loss.ts';
import { parseMarkdown } from '../../src/importers/markdown-tree.ts';
import { convertMdx } from '../../src/importers/mdx.ts';
import { convertShortcodes } from '../../src/importers/shortcodes.ts';
import { Edits, lineAt, type SourceText, sourceText } from '../../src/importers/source-text.ts';

type Conversion = (source: SourceText, file: string, losses: Loss[]) => SourceText;

/** What becomes of a text that begins on line 5 of its file, and the losses as `line message`. */
function convert(conversion: Conversion, text: string): { text: string; losses: string[] } {
  const losses: Loss[] = [];
  const converted = conversion(sourceText(text, 5), 'a.md', losses);
  return { text: converted.text, losses: losses.map(({ line, message }) => `${line} ${message}`) };
}

describe('edits', () => {
  test('are made at offsets of the text as it was', () => {
    const edited = new Edits().replace(6, 11, 'moon').insert(0, '> ').apply(sourceText('Hello world.', 1));
    expect(edited.text).toBe('> Hello moon.');
  });

  test('keep for every line the line of the source that it comes from', () => {
    const source = sourceText('one\ntwo\nthree\nfour', 10);
    const edited = new Edits().insert(0, 'new\n').replace(4, 8, '').apply(source);
    expect(edited).toEqual({ text: 'new\none\nthree\nfour', lines: [10, 10, 12, 13] });
    expect(lineAt(edited, edited.text.indexOf('four'))).toBe(13);
  });

  test('leave a text alone where there are none', () => {
    const source = sourceText('as it is', 1);
    expect(new Edits().apply(source)).toBe(source);
  });
});

describe('containers', () => {
  test.each([
    ['::: tip\nText.\n:::\n', '> [!TIP]\n> Text.\n'],
    [':::danger[Mind]\nText.\n:::\n', '> [!CAUTION]\n> **Mind**\n>\n> Text.\n'],
    [':::note{title="Say"}\nText.\n:::\nAfter.\n', '> [!NOTE]\n> **Say**\n>\n> Text.\n\nAfter.\n'],
    ['Before.\n::: info\na\n\nb\n:::\n', 'Before.\n\n> [!NOTE]\n> a\n>\n> b\n'],
    ['- item\n\n  ::: tip\n  Text.\n  :::\n', '- item\n\n  > [!TIP]\n  > Text.\n'],
    ['::: details Why\nText.\n:::\n', '<details>\n<summary>Why</summary>\n\nText.\n\n</details>\n'],
    ['```\n::: tip\n:::\n```\n', '```\n::: tip\n:::\n```\n'],
  ])('%j become callouts', (text, expected) => {
    expect(convert(convertContainers, text)).toEqual({ text: expected, losses: [] });
  });

  test('inside one another are quoted as deep as they lie', () => {
    const text = '::::: warning\nA\n\n:::: tip T\nB\n\n::: info\nC\n:::\n::::\n\nD\n:::::\n';
    expect(convert(convertContainers, text).text).toBe(
      '> [!WARNING]\n> A\n>\n> > [!TIP]\n> > **T**\n> >\n> > B\n> >\n> > > [!NOTE]\n> > > C\n>\n> D\n',
    );
  });

  test('that are unknown or never closed are named with their line', () => {
    expect(convert(convertContainers, 'a\n\n::: steps\nb\n:::\n\n::: tip\nc\n')).toEqual({
      text: 'a\n\nb\n\n> [!TIP]\n> c',
      losses: [
        '7 Of the container `steps`, which is not known here, only the text stays.',
        '11 The container `tip` is never closed; it is closed at the end of the file.',
      ],
    });
  });
});

describe('lines of attributes', () => {
  test.each([
    ['{: .note }\nText\nmore.\n\nAfter.\n', '> [!NOTE]\n> Text\n> more.\n\nAfter.\n'],
    ['> Quoted.\n{: .warning }\n\nAfter.\n', '> [!WARNING]\n> Quoted.\n\nAfter.\n'],
  ])('%j make a callout of their block', (text, expected) => {
    expect(convert(convertAttributeLines, text)).toEqual({ text: expected, losses: [] });
  });
});

describe('shortcodes', () => {
  test.each([
    ['{{% tip %}}Text.{{% /tip %}}\n', '> [!TIP]\n> Text.\n'],
    ['{{< alert type="danger" title="T" >}}\nText.\n{{< /alert >}}\n', '> [!CAUTION]\n> **T**\n>\n> Text.\n'],
    ['{% warning() %}\nText.\n{% end %}\n', '> [!WARNING]\n> Text.\n'],
    [
      '{{< note >}}\n{{< figure src="a b.png" alt="A [b]" >}}\n{{< /note >}}\n',
      '> [!NOTE]\n> ![A \\[b\\]](a%20b.png)\n',
    ],
    [
      '{{< note >}}\n{{< details "More" >}}\nText.\n{{< /details >}}\n{{< /note >}}\n',
      '> [!NOTE]\n> <details>\n> <summary>More</summary>\n>\n> Text.\n>\n> </details>\n',
    ],
    ['[x]({{< relref "/docs/a.md" >}}) [y]({{% ref "#here" %}})\n', '[x](@/docs/a.md) [y](#here)\n'],
    ['{{< highlight sh "linenos=true" >}}\nls\n{{< /highlight >}}\n', '```sh\nls\n```\n'],
    ['{{< vimeo 42 >}}\n', '[Video](https://vimeo.com/42)\n'],
    ['`{{< x >}}` and {{</* y */>}}\n', '`{{< x >}}` and {{< y >}}\n'],
    ['{% raw %}{% x %}{{ y }}{% endraw %}\n', '{% x %}{{ y }}\n'],
    ['a {% comment %}not said{% endcomment %}b\n', 'a b\n'],
    ['Docker says {{.Names}} and {{ ansible }}.\n', 'Docker says {{.Names}} and {{ ansible }}.\n'],
    ['<!-- {{< x >}} -->\n', '<!-- {{< x >}} -->\n'],
  ])('%j become Markdown', (text, expected) => {
    expect(convert(convertShortcodes, text)).toEqual({ text: expected, losses: [] });
  });

  test('around a text leave the text, led by the title that they name', () => {
    expect(
      convert(convertShortcodes, '{{% def id="x" name="Name" abbr="N" %}} Text. {{% /def %}}\n'),
    ).toEqual({
      text: '<a id="x"></a>**Name (N)** Text. \n',
      losses: ['5 The text in `def` stays, led by its title; how it looked and what it did is lost.'],
    });
  });

  test('get the anchor by which the text links to them', () => {
    const text = '{{< term id="x" >}}T{{< /term >}} and [x](#term-x)\n';
    expect(convert(convertShortcodes, text).text).toBe('<a id="term-x"></a>T and [x](#term-x)\n');
  });

  test('that stand for unknown things are left out and named', () => {
    expect(convert(convertShortcodes, 'a\n\n{{< prices >}}\n\nb {{< /closing >}}\n')).toEqual({
      text: 'a\n\nb \n',
      losses: [
        "7 `{{< prices >}}` stands for what only the old system's templates know; it is left out.",
        "9 `{{< /closing >}}` stands for what only the old system's templates know; it is left out.",
      ],
    });
  });
});

describe('headings', () => {
  const headings = (text: string, isTitle = false) =>
    convert((source, file, losses) => {
      const tree = parseMarkdown(source.text, 'md');
      return convertHeadings(source, tree, 'Get a refund', isTitle, file, losses);
    }, text);

  test('that repeat the title are left out', () => {
    expect(headings('# Get a *refund*! {#top}\n\nText.\n')).toEqual({ text: 'Text.\n', losses: [] });
  });

  test('of the first order that say something else move down, and all others with them', () => {
    expect(headings('Title\n=====\n\n## Sub\n\n###### Deep\n\n# Other\n').text).toBe(
      '## Title\n\n### Sub\n\n###### Deep\n\n## Other\n',
    );
  });

  test('stay where the first order is the title alone', () => {
    expect(headings('# Get a refund\n\n## Sub\n').text).toBe('## Sub\n');
  });

  test('that are titles by custom are left out and named', () => {
    expect(headings('# Welcome\n\nText.\n', true)).toEqual({
      text: 'Text.\n',
      losses: ['5 The heading "Welcome" is left out: the page shows the title "Get a refund".'],
    });
  });
});

test('scripts, styles, unknown components and attributes are left out and named', () => {
  const text =
    '<script setup>\nx\n</script>\n\n![a](b.png){width=20px} [c](d){.btn}\n\n<Badge />\n\n<YOUR_NAME>\n\n[[toc]]\n\nText.\n';
  const remove: Conversion = (source, file, losses) =>
    removeLeftovers(source, parseMarkdown(source.text, 'md'), file, losses);
  expect(convert(remove, text)).toEqual({
    text: '![a](b.png) [c](d)\n\n<YOUR_NAME>\n\nText.\n',
    losses: [
      "5 `<script>` belongs to the old system's pages and is left out.",
      '9 `{width=20px}` behind a picture is left out.',
      '9 `{.btn}` behind a link is left out.',
      '11 The component `Badge` is not known here and is left out.',
    ],
  });
});

describe('MDX', () => {
  const mdx = (text: string) => {
    const losses: Loss[] = [];
    const converted = convertMdx(sourceText(text, 5), 'a.mdx', losses);
    return {
      text: converted?.source.text,
      format: converted?.format,
      losses: losses.map(({ message }) => message),
    };
  };

  test('that needs no component becomes plain Markdown', () => {
    expect(mdx("import A from './a';\n\nText {/* hidden */}with <A>this</A>.\n")).toEqual({
      text: 'Text with this.\n',
      format: 'md',
      losses: ['The component `A` is not known here; what stands in it stays.'],
    });
  });

  test('keeps the components that our pages know', () => {
    expect(mdx('<Admonition type="danger" title="Hot">\n\nText.\n\n</Admonition>\n')).toEqual({
      text: '<Callout kind="caution" title="Hot">\n\nText.\n\n</Callout>\n',
      format: 'mdx',
      losses: [],
    });
  });

  test('that is not well-formed is refused', () => {
    expect(mdx('<Tabs>\n').text).toBeUndefined();
  });
});

test('HTML becomes Markdown', () => {
  expect(
    htmlToMarkdown(
      'A<b>bc</b> &lt;d&gt; <a href="/e?f=1&amp;g=2" target="_blank">h</a><ul><li>i<li>j</ul>k&shy;l',
    ),
  ).toBe('A**bc** \\<d> [h](/e?f=1&g=2)\n\n- i\n- j\n\nkl');
});
