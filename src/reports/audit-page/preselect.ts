/**
 * Chooses what the page's address asks for, so that another page can lead to a part of the list: `#rule=search-gap`,
 * `#owner=billing-team&locale=de`. Runs in the browser; what the list does not have is left at "all".
 */
export function preselect(): void {
  const choose = () => {
    for (const [id, wanted] of new URLSearchParams(location.hash.slice(1))) {
      const list = document.querySelector<HTMLSelectElement>(`.filters select[id="${CSS.escape(id)}"]`);
      const option = [...(list?.options ?? [])].find(({ text }) => text.replace(/ \(\d+\)$/, '') === wanted);
      if (option) option.selected = true;
    }
  };
  choose();
  addEventListener('hashchange', choose);
}
