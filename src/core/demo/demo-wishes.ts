import type { ExpectationLevel } from '../expectation-level.ts';

/** The first level that does not meet a reader's expectation; `content` where all do. */
export type About = ExpectationLevel | 'content';

/** What made-up readers want improved first, by language and by what they are not content with. */
export const WISHES: Readonly<Record<string, Readonly<Record<About, readonly string[]>>>> = {
  en: {
    accuracy: [
      'Keep the screenshots up to date. Half of them show a menu that no longer exists.',
      'Two articles contradict each other. Which one is right?',
      'Check the instructions after every release, please.',
      'Old answers should be removed. I followed one and had to start again.',
      'Say for which version an article was written.',
    ],
    availability: [
      'The search. I type three words and get forty articles.',
      'I waited four days for a reply to a simple question.',
      'Put the phone number where I can find it.',
      'Waiting for a reply is the worst part. A note how long it takes would help.',
      'Nobody answers at the weekend, which is when I work on this.',
      'A chat would be good. Writing a mail and waiting takes too long.',
    ],
    partnership: [
      'Read my message before you send me a link to an article that I had already read.',
      'I get the same standard reply every time. It feels as if nobody listens.',
      'Ask what I am trying to achieve instead of closing my ticket.',
      'I had to explain my problem to three different people.',
      'Your reply sounded as if it was my fault. It was not.',
      'Standard replies with my name on top are still standard replies.',
      'I suggested something in spring and never heard back.',
      'Please stop sending standard replies. Somebody should listen first.',
      'My ticket was closed although nothing was solved.',
    ],
    expertise: [
      'Show how others do it. Every article tells me which button to press, none tells me why.',
      'More examples from real companies, please.',
      'I would like advice, not only instructions: which of the three ways is best for a small team?',
      'A course for people who have used it for a year.',
      'Examples, examples, examples.',
      'Tell me what I could do better, you see how I work with it.',
    ],
    content: [
      'Nothing really. Keep it short as it is.',
      'More articles on automation, the first one was excellent.',
      'A newsletter with what has changed would be nice.',
      'I recommend you already. A dark mode would make it perfect.',
      'More languages for my colleagues abroad.',
    ],
  },
  de: {
    accuracy: [
      'Die Bilder sind veraltet, den Knopf gibt es so nicht mehr.',
      'Zwei Artikel widersprechen sich. Welcher stimmt?',
      'Bitte nach jedem Update prüfen, ob die Anleitungen noch stimmen.',
      'Veraltete Anleitungen löschen. Ich musste alles noch einmal machen.',
    ],
    availability: [
      'Die Suche findet zu viel. Drei Wörter, vierzig Treffer.',
      'Ich habe vier Tage auf eine Antwort gewartet.',
      'Die Telefonnummer ist zu gut versteckt.',
      'Am Wochenende antwortet niemand, aber dann arbeite ich damit.',
      'Das Warten auf Antwort dauert zu lange. Ein Chat wäre gut.',
    ],
    partnership: [
      'Erst lesen, dann antworten. Den Artikel kannte ich schon.',
      'Immer dieselbe Standardantwort. Da hört niemand zu.',
      'Mein Ticket wurde geschlossen, obwohl nichts gelöst war.',
      'Ich musste mein Problem drei Leuten erklären.',
      'Meinen Vorschlag vom Frühjahr hat nie jemand beantwortet.',
      'Eine Standardantwort mit meinem Namen bleibt eine Standardantwort.',
      'Fragen Sie doch einmal, was ich eigentlich erreichen will.',
    ],
    expertise: [
      'Mehr Beispiele aus der Praxis, bitte.',
      'Nicht nur, welcher Knopf, sondern auch, warum.',
      'Beispiele von anderen Firmen wären hilfreich.',
      'Ein Kurs für Fortgeschrittene fehlt.',
      'Welcher der drei Wege ist für ein kleines Team der beste?',
    ],
    content: [
      'Nichts, weiter so. Kurz und verständlich.',
      'Gern mehr zum Thema Automatisierung.',
      'Ein Newsletter mit den Änderungen wäre schön.',
      'Ich empfehle Sie schon weiter. Nur ein Dunkelmodus fehlt.',
    ],
  },
};
