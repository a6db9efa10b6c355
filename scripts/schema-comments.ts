import ts from 'typescript';

/** The parts of a JSON schema that this module touches. */
export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  [key: string]: unknown;
}

/**
 * Puts the doc comment of each key of a zod schema into its JSON schema, so that editors show it.
 *
 * @param source text of the TypeScript file
 * @param name variable in it that holds the zod schema
 */
export function describeKeys(schema: JsonSchema, source: string, name: string): JsonSchema {
  const file = ts.createSourceFile('schema.ts', source, ts.ScriptTarget.Latest, true);
  const variables = new Map<string, ts.Expression>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer) variables.set(name.text, initializer);
    }
  }
  const start = variables.get(name);
  if (start) describe(start, schema);
  return schema;

  function describe(expression: ts.Expression, target: JsonSchema): void {
    for (const literal of literalsIn(expression)) {
      const { additionalProperties: others } = target;
      const named = typeof others === 'object' ? others : undefined;
      for (const branch of [target, target.items, named, ...(target.anyOf ?? []), ...(target.oneOf ?? [])]) {
        for (const property of literal.properties) describeProperty(property, branch?.properties);
      }
    }
  }

  function describeProperty(
    property: ts.ObjectLiteralElementLike,
    properties: Record<string, JsonSchema> | undefined,
  ): void {
    if (ts.isSpreadAssignment(property)) {
      for (const literal of literalsIn(property.expression)) {
        for (const inner of literal.properties) describeProperty(inner, properties);
      }
      return;
    }
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return;
    const key = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
    const target = properties?.[key];
    if (!target) return;
    const comment = ts
      .getJSDocCommentsAndTags(property)
      .map((doc) => ts.getTextOfJSDocComment(doc.comment))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (comment) target.description ??= comment;
    describe(ts.isPropertyAssignment(property) ? property.initializer : property.name, target);
  }

  /** Object literals that an expression such as `z.array(z.strictObject({ … })).default([])` is made of. */
  function literalsIn(expression: ts.Expression): ts.ObjectLiteralExpression[] {
    if (ts.isObjectLiteralExpression(expression)) return [expression];
    if (ts.isIdentifier(expression)) {
      const variable = variables.get(expression.text);
      return variable ? literalsIn(variable) : [];
    }
    if (ts.isPropertyAccessExpression(expression)) return literalsIn(expression.expression);
    if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap(literalsIn);
    if (ts.isSatisfiesExpression(expression)) return literalsIn(expression.expression);
    if (ts.isCallExpression(expression)) {
      const isRefinement =
        ts.isPropertyAccessExpression(expression.expression) &&
        ['default', 'prefault', 'refine', 'superRefine', 'regex'].includes(expression.expression.name.text);
      return [
        ...literalsIn(expression.expression),
        ...(isRefinement ? [] : expression.arguments.flatMap(literalsIn)),
      ];
    }
    return [];
  }
}
