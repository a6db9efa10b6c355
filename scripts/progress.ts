/** So long does a person wait before wondering, in milliseconds. */
const PATIENCE = 1000;

/**
 * Waits for some work and says what it is about if it takes longer than a second; only to a person at a terminal.
 *
 * @example await withProgress('Reading the articles', readContent('content'))
 */
export async function withProgress<Result>(what: string, work: Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work;
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    process.stderr.write(`${what} …`);
  }, PATIENCE);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    // Back to the beginning of the line, which is wiped.
    if (said) process.stderr.write('\r\x1b[K');
  }
}
