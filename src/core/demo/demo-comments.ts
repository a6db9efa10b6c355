import type { Reason } from '../feedback.ts';

/** What made-up readers write whom an article did not help, by language and reason. */
export const COMMENTS: Readonly<Record<string, Readonly<Record<Reason, readonly string[]>>>> = {
  en: {
    outdated: [
      'The menu looks different since the last update.',
      'The picture shows the old version, I could not find the button.',
      'This seems to be about last year’s release.',
      'Step 2 no longer exists in the new version.',
    ],
    incomplete: [
      'It stops where it gets interesting. What do I do after saving?',
      'Nothing about what happens if I have two accounts.',
      'An example would have saved me half an hour.',
      'Please say how long it takes. I waited and did not know whether it had worked.',
    ],
    unclear: [
      'I read the third paragraph three times and still don’t know which of the two I need.',
      'Too many technical words for a first day.',
      'Which file do you mean? There are several with that name.',
      'The order of the steps confused me.',
    ],
    wrong: [
      'I did exactly this and got an error message.',
      'The setting has another name in my version.',
      'The link in the second step leads to the wrong page.',
    ],
    'not-what-i-looked-for': [
      'I wanted to know what it costs, not how it works.',
      'Search sent me here, but my question was about the export.',
      'I only wanted to change the language.',
    ],
    other: [
      'On my phone the table runs out of the screen.',
      'Could this be a short video as well?',
      'Good, but far too long for one simple question.',
    ],
  },
  de: {
    outdated: [
      'Seit dem letzten Update sieht das Menü anders aus.',
      'Auf dem Bild ist noch die alte Version, den Knopf gibt es nicht mehr.',
      'Das passt nicht mehr zu dem, was ich sehe.',
      'Schritt 3 ist in der neuen Version weggefallen.',
    ],
    incomplete: [
      'Und was mache ich nach dem Speichern? Da hört der Artikel auf.',
      'Ein Beispiel hätte mir eine halbe Stunde gespart.',
      'Es fehlt, wie lange das dauert.',
      'Kein Wort dazu, was bei zwei Konten passiert.',
    ],
    unclear: [
      'Zu viele Fachwörter für den ersten Tag.',
      'Welche Datei ist gemeint? Es gibt mehrere mit diesem Namen.',
      'Ich weiß immer noch nicht, welche der beiden Möglichkeiten für mich gilt.',
      'Die Reihenfolge der Schritte hat mich verwirrt.',
    ],
    wrong: [
      'Genau so gemacht und trotzdem eine Fehlermeldung bekommen.',
      'Die Einstellung heißt bei mir anders.',
      'Der Link im zweiten Schritt führt auf die falsche Seite.',
    ],
    'not-what-i-looked-for': [
      'Ich wollte wissen, was es kostet, nicht, wie es geht.',
      'Die Suche hat mich hierher geschickt, meine Frage war eine andere.',
      'Ich wollte nur die Sprache umstellen.',
    ],
    other: [
      'Auf dem Handy läuft die Tabelle aus dem Bild.',
      'Gibt es das auch als kurzes Video?',
      'Gut, aber viel zu lang für eine einfache Frage.',
    ],
  },
};

/** What they write whom it helped, by language. */
export const PRAISE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Exactly what I needed, thank you!',
    'Finally somebody explains it in plain words.',
    'Worked the first time.',
    'The example at the end was the best part.',
  ],
  de: [
    'Genau das habe ich gesucht, danke!',
    'Endlich einmal verständlich erklärt.',
    'Hat auf Anhieb geklappt.',
    'Das Beispiel am Ende war am hilfreichsten.',
  ],
};
