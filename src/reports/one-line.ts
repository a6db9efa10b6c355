/** Without line breaks and whatever else could move the cursor: parts of it come from writers and readers. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
