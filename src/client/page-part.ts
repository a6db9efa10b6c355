/**
 * The part of a page that a script fills, by its name in `data-part`.
 *
 * @throws if the page does not have it: its markup and its script belong together
 */
export function pagePart<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part ${name}.`);
  return found;
}
