/** Makes a tab list (ARIA APG) of sections that are readable without it. */
function enableTabs(tabs: HTMLElement, number: number): void {
  const panels = [...tabs.querySelectorAll<HTMLElement>(':scope > [data-tab]')];
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  list.className = 'tab-list';
  const buttons = panels.map((panel, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `tabs-${number}-tab-${index}`;
    button.textContent = panel.dataset.tab ?? '';
    button.setAttribute('role', 'tab');
    panel.id ||= `tabs-${number}-panel-${index}`;
    button.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', button.id);
    panel.tabIndex = 0;
    panel.querySelector('.tab-label')?.remove();
    button.addEventListener('click', () => choose(index));
    list.append(button);
    return button;
  });
  list.addEventListener('keydown', (event) => {
    const current = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const step: Record<string, number> = {
      [forward]: (current + 1) % buttons.length,
      [back]: (current - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = step[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    buttons[next]?.focus();
  });
  tabs.prepend(list);
  choose(0);

  function choose(chosen: number): void {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      const panel = panels[index];
      if (panel) panel.hidden = index !== chosen;
    }
  }
}

for (const [number, tabs] of document.querySelectorAll<HTMLElement>('[data-tabs]').entries())
  enableTabs(tabs, number);
