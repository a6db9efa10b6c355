/** A paragraph. */
export function paragraph(text: string, className = ''): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** A button that does something on this page. */
export function button(text: string, className: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

/** Buttons beside each other. */
export function buttons(...made: HTMLButtonElement[]): HTMLElement {
  const row = document.createElement('div');
  row.className = 'survey-buttons';
  row.append(...made);
  return row;
}

/** Puts a box in the place of the survey, or of the box that is there, and the focus on it. */
export function showBox(place: HTMLElement, ...content: HTMLElement[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'thanks';
  box.tabIndex = -1;
  box.append(...content);
  place.replaceWith(box);
  document.body.classList.remove('survey-begun');
  return box;
}
