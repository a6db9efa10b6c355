import type { SearchResult } from '../search/answer.ts';

/** An element with a class and what stands in it. Text stays text: nothing that was typed or found becomes markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The title of a result, followed by the heading to which it leads. */
export function resultTitle({ title, heading }: SearchResult): HTMLElement {
  const whole = element('span', 'result-title', title);
  if (heading) whole.append(' ', element('span', 'result-heading', heading));
  return whole;
}

/** The sentence that answers best, with the words of the query marked; without one, what the article is about. */
export function resultExcerpt({ excerpt, description }: SearchResult): (Node | string)[] {
  if (excerpt.length === 0) return [description];
  return excerpt.map(({ text, isMatch }) => (isMatch ? element('mark', '', text) : text));
}

/** Tells when a link is opened, in this tab or in another. */
export function onOpened(link: HTMLElement, tell: () => void): void {
  link.addEventListener('click', tell);
  link.addEventListener('auxclick', ({ button }) => {
    if (button === 1) tell();
  });
}
