/** Words that YAML takes for something else than text. */
const VALUE = /^(?:true|false|yes|no|on|off|y|n|null|~)$/i;
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ?!.'’/()-]*$/u;

/**
 * A text as YAML, in a list or behind a key; between quotation marks only where it needs them.
 *
 * @example yamlText('Refund?') // 'Refund?'
 * @example yamlText('no') // '"no"'
 */
export function yamlText(text: string): string {
  return PLAIN.test(text) && !VALUE.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
