/**
 * Chooses what the page's address asks for, so that another page can lead to a part of the list: `#rule=search-gap`,
 * `#owner=billing-team&locale=de`. What the list does not have is left at "all", and said. Runs in the browser.
 */
export function preselect(): void {
  const choose = () => {
    const missed: string[] = [];
    for (const [id, wanted] of new URLSearchParams(location.hash.slice(1))) {
      const list = document.querySelector<HTMLSelectElement>(`.filters select[id="${CSS.escape(id)}"]`);
      if (!list) continue;
      const option = [...list.options].find(({ text }) => text.replace(/ \(\d+\)$/, '') === wanted);
      if (option) option.selected = true;
      else missed.push(wanted);
    }
    const note = document.querySelector('.missed');
    if (note) note.textContent = missed.length > 0 ? `There is nothing here for ${missed.join(', ')}.` : '';
  };
  choose();
  addEventListener('hashchange', choose);
}
