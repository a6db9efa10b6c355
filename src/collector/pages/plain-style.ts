/** The style of the collector's pages where there is no site around them. It stands in the page itself. */
export const PLAIN_STYLE = `:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem; }
fieldset { border: 0; margin: 1rem 0; padding: 0; }
legend { font-weight: 600; padding: 0; }
label { display: block; padding: 0.25rem 0; }
textarea { box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem; }
button { font: inherit; min-height: 2.75rem; margin: 0.5rem 0; padding: 0.25rem 1rem; }
a { color: LinkText; }`;
