/**
 * Lets the reader of the page search through what readers wrote: by typing, or with a click on a word that stands out.
 * How many are left is said politely. Runs in the browser; without it, everything is shown.
 */
export function quoteSearch(): void {
  function folded(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  }

  function enhance(part: HTMLElement): void {
    const field = part.querySelector<HTMLInputElement>('.find input');
    const status = part.querySelector<HTMLElement>('[role="status"]');
    if (!field || !status) return;
    const quotes = [...part.querySelectorAll<HTMLElement>('.quote')].map((quote) => ({
      quote,
      text: folded(quote.textContent ?? ''),
    }));
    const chips = [...part.querySelectorAll<HTMLElement>('[data-word]')].map((place) => {
      const chip = document.createElement('button');
      chip.type = 'button';
      chip.append(...place.childNodes);
      place.append(chip);
      const word = place.dataset.word ?? '';
      chip.addEventListener('click', () => {
        field.value = field.value === word ? '' : word;
        narrow();
      });
      return { chip, word };
    });

    function narrow(): void {
      const wanted = folded(field?.value ?? '')
        .split(/\s+/)
        .filter((word) => word !== '');
      let left = 0;
      for (const { quote, text } of quotes) {
        quote.hidden = !wanted.every((word) => text.includes(word));
        if (!quote.hidden) left += 1;
      }
      for (const group of part.querySelectorAll<HTMLElement>('.quotes-about')) {
        group.hidden = !group.querySelector('.quote:not([hidden])');
      }
      for (const rest of part.querySelectorAll<HTMLDetailsElement>('details')) {
        rest.hidden = !rest.querySelector('.quote:not([hidden])');
        rest.open = wanted.length > 0 && !rest.hidden;
      }
      for (const { chip, word } of chips) chip.setAttribute('aria-pressed', String(field?.value === word));
      if (status)
        status.textContent =
          wanted.length === 0 ? '' : (status.dataset.left ?? '').replace('#', String(left));
    }

    field.addEventListener('input', narrow);
    for (const { chip } of chips) chip.setAttribute('aria-pressed', 'false');
    for (const hidden of part.querySelectorAll<HTMLElement>('.find')) hidden.hidden = false;
  }

  for (const part of document.querySelectorAll<HTMLElement>('.searchable')) enhance(part);
}
