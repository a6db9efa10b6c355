import { fieldsOf, type QuestionOnPage } from './survey-sheet.ts';

/** Says at a question what is wrong with its answer. It is said at once, and again whenever the question is reached. */
export function showMistake({ id, element, text }: QuestionOnPage, words: string): void {
  clearMistake(element);
  const message = document.createElement('p');
  message.className = 'question-mistake';
  message.id = `mistake.${id}`;
  message.setAttribute('role', 'alert');
  text.after(message);
  message.textContent = words;
  const described = describedOf(element);
  described.setAttribute('aria-describedby', [message.id, ...descriptionsOf(described)].join(' '));
  if (described instanceof HTMLTextAreaElement) described.setAttribute('aria-invalid', 'true');
}

/** Takes back what was said, once the answer has changed. */
export function clearMistake(element: HTMLElement): void {
  const message = element.querySelector('.question-mistake');
  if (!message) return;
  const described = describedOf(element);
  const others = descriptionsOf(described).filter((id) => id !== message.id);
  if (others.length > 0) described.setAttribute('aria-describedby', others.join(' '));
  else described.removeAttribute('aria-describedby');
  described.removeAttribute('aria-invalid');
  message.remove();
}

/** Choices are described as a group, a text in its field. */
function describedOf(element: HTMLElement): HTMLElement {
  return element instanceof HTMLFieldSetElement ? element : (fieldsOf(element)[0] ?? element);
}

function descriptionsOf(element: HTMLElement): string[] {
  return element.getAttribute('aria-describedby')?.split(' ') ?? [];
}
