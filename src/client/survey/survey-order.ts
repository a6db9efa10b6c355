/**
 * The order in which a reader sees the questions of a level: as it was kept, so that a survey that was begun goes on as
 * it began; whatever was not kept comes after it, shuffled.
 *
 * @param random a number from 0 up to, but not including, 1
 */
export function shuffledOrder(
  ids: readonly string[],
  kept: readonly string[],
  random: () => number,
): string[] {
  const known = [...new Set(kept)].filter((id) => ids.includes(id));
  return [
    ...known,
    ...shuffled(
      ids.filter((id) => !known.includes(id)),
      random,
    ),
  ];
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffled(ids: readonly string[], random: () => number): string[] {
  const order = [...ids];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] as string, order[last] as string];
  }
  return order;
}

/** Puts the questions of the levels that are shuffled into the order of this reader. */
export function shuffleLevels(form: HTMLFormElement, kept: readonly string[]): void {
  for (const group of form.querySelectorAll<HTMLElement>('[data-shuffled]')) {
    const questions = [...group.querySelectorAll<HTMLElement>('[data-question]')];
    const idOf = ({ dataset }: HTMLElement) => dataset.question ?? '';
    const order = shuffledOrder(questions.map(idOf), kept, Math.random);
    group.append(...questions.toSorted((a, b) => order.indexOf(idOf(a)) - order.indexOf(idOf(b))));
  }
}
