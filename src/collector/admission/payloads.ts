/** What nobody types into a search box or puts into a link to the survey, but programs that look for holes do. */
const PAYLOADS: readonly RegExp[] = [
  // HTML and scripts
  /<\s*\/?\s*(?:script|img|svg|iframe|body|object|embed|link|meta|style|form|input|math|video|audio)\b/,
  /<[!?%]/,
  /\bon(?:error|load|click|focus|mouseover|toggle)\s*=/,
  /\b(?:javascript|vbscript):\S/,
  /\bdata:(?:text|image|application)\//,
  // Text fragments of addresses
  /:~:/,
  // Loggers and templates
  /\$\{[^}]*[:*]/,
  /\{\{\s*[\d'"([_]/,
  /#\{\s*\d/,
  // Paths and other protocols
  /\.\.[\\/]/,
  /\/(?:etc\/(?:passwd|shadow|hosts)|proc\/self|bin\/(?:ba)?sh)\b|\bwin\.ini\b|\bcmd\.exe\b/,
  /\b(?:file|gopher|dict|ldaps?|jar|phar):\/\//,
  // SQL
  /['"`)]\s*(?:or|and|\|\|)\s+[\w'"()]+\s*(?:[=<>]|like\s*['"%])/,
  /\b(?:or|and)\s+\(?\s*(\d+)\s*=\s*\1\b/,
  /['"`;)]\s*(?:--|#|\/\*)\s*$/,
  /['"`;)]\s*;?\s*(?:drop|delete|insert|update|exec|shutdown)\s+(?:table|from|into|database|schema)\b/,
  /\bunion\s+(?:all\s+)?select\b/,
  /\b(?:sleep|benchmark|pg_sleep|extractvalue|updatexml|load_file)\s*\(|\bwaitfor\s+delay\b|\bxp_cmdshell\b/,
  // Commands and headers
  /(?:[;|`]|&&)\s*(?:whoami\b|nslookup\b|wget\s|curl\s|cat\s+\/)|\$\((?:id|whoami|cat|curl|wget)\b/,
  /[\r\n]\s*(?:set-cookie|location|content-type|content-length)\s*:/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000e-\u001f]/,
];

/**
 * Was this made up to smuggle something in: a script, a formula of a logger, a path, a piece of SQL, a text fragment of an
 * address? Only for words that are searched for and names in links: in a comment a person may well write of `<script>`.
 *
 * @example
 * isPayload('newsletter#:~:text=free'); // true
 * isPayload('geld zurück'); // false
 */
export function isPayload(text: string): boolean {
  // Twice, since such things are often written in percent signs of percent signs.
  const plain = decoded(decoded(text)).normalize('NFKC').toLowerCase();
  return PAYLOADS.some((payload) => payload.test(plain));
}

/** With the characters that percent signs stand for; what stands for none is left as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
