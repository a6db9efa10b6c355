/**
 * What a reader wrote, with the kind of each personal datum in its place, e.g. `[email]`. What finds them is only loaded
 * for those who write something; where it does not come, the collector takes them out before anything is stored.
 *
 * @param longest most characters that are accepted: a kind may be longer than what it stands for
 */
export async function masked(text: string, longest: number): Promise<string> {
  try {
    const { mask } = await import('../../core/personal-data.ts');
    return mask(text).slice(0, longest);
  } catch {
    return text;
  }
}
