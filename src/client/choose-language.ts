const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-choose-language] a')];
const plain = (locale: string) => locale.toLowerCase().split('-')[0];
const wanted = navigator.languages.flatMap((locale) => [
  ...links.filter(({ hreflang }) => hreflang.toLowerCase() === locale.toLowerCase()),
  ...links.filter(({ hreflang }) => plain(hreflang) === plain(locale)),
]);
const choice = wanted[0] ?? links[0];
if (choice) location.replace(choice.href);
