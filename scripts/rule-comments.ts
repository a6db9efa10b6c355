import ts from 'typescript';

/** What the doc comment of a rule says to writers. */
export interface RuleComment {
  /** What the rule reports, and whatever else is to be known about it, paragraph by paragraph. */
  meaning: string[];
  why: string;
  mend: string;
  example: {
    /** What the rule was given. */
    situation: string;
    /** What it said. */
    message: string;
  };
}

/**
 * Takes apart the doc comment of a rule: paragraphs of which one begins with `Why:` and one with `To mend:`, and an
 * `@example` of a comment line and a string.
 *
 * @param source text of the TypeScript file
 * @param name variable in it that the comment belongs to
 * @throws Error that names what is missing
 */
export function ruleComment(source: string, name: string): RuleComment {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const statement = file.statements.find(
    (one) =>
      ts.isVariableStatement(one) &&
      one.declarationList.declarations.some((declared) => declared.name.getText() === name),
  );
  const doc = statement && ts.getJSDocCommentsAndTags(statement).find(ts.isJSDoc);
  if (!doc) throw new Error(`${name} has no doc comment.`);
  const paragraphs = (ts.getTextOfJSDocComment(doc.comment) ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const example = doc.tags?.find(({ tagName }) => tagName.text === 'example');
  return {
    meaning: paragraphs.filter((paragraph) => !/^(?:Why|To mend):/.test(paragraph)),
    why: after('Why:'),
    mend: after('To mend:'),
    example: exampleIn(ts.getTextOfJSDocComment(example?.comment) ?? ''),
  };

  function after(start: string): string {
    const found = paragraphs.find((paragraph) => paragraph.startsWith(start));
    if (!found) throw new Error(`The doc comment of ${name} has no paragraph that begins with "${start}".`);
    const text = found.slice(start.length).trim();
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function exampleIn(text: string): RuleComment['example'] {
    const situation = [...text.matchAll(/^\s*\/\/ ?(.*)$/gm)].map(([, line]) => line).join(' ');
    const code = ts.createSourceFile('example.ts', `(${text}\n)`, ts.ScriptTarget.Latest, true);
    const [expression] = code.statements;
    const message = expression && ts.isExpressionStatement(expression) ? textOf(expression.expression) : '';
    if (!situation || !message) {
      throw new Error(`The doc comment of ${name} has no @example of a comment line and a string.`);
    }
    return { situation, message };
  }
}

/** A string, or strings put together with `+`. */
function textOf(node: ts.Expression): string {
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  return '';
}
