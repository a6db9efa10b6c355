/** Words of a query that are kept. */
const KEPT = 3;

/** Words that say little about what is asked, in English and German. */
const STOP_WORDS = new Set(
  `a an and are as at be but by can could do does did for from has have how i if in into is it its me my no not of on
  or our please should so some than that the their them then there these they this to was we what when where which who
  why will with would you your am been about any get got want need
  aber als am an auch auf aus bei bin bis da damit dann das dass dem den denn der des die dies diese dieser du durch ein
  eine einem einen einer eines er es euch für gibt hab habe haben hat ich ihr ihre ihren im in ist ja kann kein keine
  können man mein meine meinem meinen meiner mich mir mit muss müssen nach nicht noch nur ob oder ohne sein seine sich
  sie sind so soll sollte um und uns von vom vor wann war warum was wegen welche welchen welcher wenn wer werde werden
  wie wird wir wo wurde zu zum zur über`.split(/\s+/),
);

/**
 * The longest words of a query that say something, in its order, as people type them who are used to search engines.
 *
 * @example keyWords('How do I get my money back after a cancellation?') // 'money back cancellation'
 */
export function keyWords(query: string): string {
  const words = [...new Set(wordsOf(query))];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  const longest = (telling.length > 0 ? telling : words)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, KEPT);
  return words.filter((word) => longest.includes(word)).join(' ');
}

/** The words of a text in small letters. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
