/** A form of a page, with what a browser would send if nobody filled anything in. */
export interface FormOnPage {
  /** Address, resolved as a browser does. */
  action: string;
  fields: [name: string, value: string][];
  button: string;
  html: string;
}

/** The forms of a page that stands at this address. */
export function formsOf(page: string, address: string): FormOnPage[] {
  return [
    ...page.matchAll(/<form(?: class="[^"]*")? method="post"(?: action="([^"]*)")?>(.*?)<\/form>/gs),
  ].map(([, action, html = '']) => ({
    action: new URL(plain(action ?? address), `http://help.example.com${address}`).pathname,
    fields: [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [plain(name), plain(value)],
    ),
    button: /<button [^>]*type="submit">(.*?)<\/button>/s.exec(html)?.[1] ?? '',
    html,
  }));
}

/** The page's first heading. */
export function headingOf(page: string): string | undefined {
  return /<h1>(.*?)<\/h1>/s.exec(page)?.[1];
}

/** The addresses of the page's links. */
export function linksOf(page: string): string[] {
  return [...page.matchAll(/<a href="([^"]*)"/g)].map(([, address = '']) => plain(address));
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
