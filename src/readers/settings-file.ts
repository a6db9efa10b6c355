import type { z } from 'zod';
import type { Finding } from '../core/finding.ts';
import { validate } from './schema-findings.ts';
import type { TextFile } from './text-file.ts';
import { parseYaml } from './yaml-source.ts';

/** One of the YAML files at the top of the content folder. */
export interface Settings<Value> {
  /** Missing where the file has mistakes. */
  value?: Value;
  /** What stands in the file, whether it is right or not. */
  written?: unknown;
  findings: Finding[];
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads one of the YAML files at the top of the content folder. */
export function readSettings<Schema extends z.ZodType>(
  path: string,
  file: TextFile,
  schema: Schema,
): Settings<z.output<Schema>> {
  const source = parseYaml(file.text);
  const { lineOf } = source;
  if (source.mistakes.length > 0) {
    return {
      lineOf,
      findings: source.mistakes.map(({ line, message }) => ({
        rule: 'settings',
        severity: 'error',
        file: path,
        line,
        message: `The file is not YAML: ${message}.`,
        hint: 'Check the indentation, and put quotation marks around text that holds : or #, or begins with * or [.',
      })),
    };
  }
  if (source.value === undefined || source.value === null) {
    const hint = 'Fill it, or delete the file.';
    return {
      lineOf,
      findings: [
        { rule: 'empty-file', severity: 'error', file: path, line: 1, message: 'The file is empty.', hint },
      ],
    };
  }
  const { value: written } = source;
  const { findings, ...read } = validate(schema, written, { rule: 'settings', file: path, source });
  return { lineOf, written, ...read, findings: [...brokenLetters(path, file), ...findings] };
}

function brokenLetters(path: string, { text, isBroken }: TextFile): Finding[] {
  if (!isBroken) return [];
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  const message = 'The file is not saved as UTF-8, so that letters such as ä are broken.';
  return [
    { rule: 'encoding', severity: 'error', file: path, line, message, hint: 'Save it again as UTF-8.' },
  ];
}
