/**
 * Gives every table a button that keeps it as a file for a spreadsheet (RFC 4180, UTF-8 with a byte order mark), as it
 * stands, without the columns of bars. A text that a spreadsheet would take for a formula gets a `'` in front. Runs in
 * the browser.
 */
export function tableFiles(): void {
  const FORMULA = /^[=+\-@＝＋－＠]/;
  const NUMBER = /^[+-]?\d+(?:[.,\u00a0\u202f]\d+)*[\s\u00a0\u202f]?%?$/;

  function cellOf(cell: Element): string {
    const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
    const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
    // Where the decimal sign is a comma, spreadsheets part fields at semicolons.
    return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function keep(table: HTMLTableElement, name: string): void {
    const rows = [...table.rows].map(({ cells }) =>
      [...cells]
        .filter((cell) => !cell.classList.contains('bar'))
        .map(cellOf)
        .join(','),
    );
    const file = new Blob([`\ufeff${rows.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const mark = document.querySelector('.demo-note strong')?.textContent ?? '';
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.keep')) {
    const table = button.parentElement?.querySelector('table');
    if (!table) continue;
    const caption = (table.caption?.textContent ?? '').trim();
    button.setAttribute('aria-label', `${button.textContent}: ${caption}`);
    button.addEventListener('click', () => keep(table, mark + caption));
    button.hidden = false;
  }
}
