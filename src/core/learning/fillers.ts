/**
 * Words that people put around what they ask for. Longer lists exist for every language, but they hold words that turn
 * a question round, such as "not" and "without".
 */
const FILLERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`a about am an and any are at be been by can could did do does for from get got had has have how i i'd i'll
    i'm i've if in into is it it's its just me my of on or our please should so some that the their them then there
    these they this those to us was we were what what's when where which who why will with would you your`),
  de: words(`aber als also am an auch auf aus bei beim bin bitte da damit dann das dass dem den denn der des die dies
    diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es für gibt hab habe haben hat
    ich ihr ihre ihrem ihren ihrer im in ins ist ja kann können könnte man mein meine meinem meinen meiner mich mir mit
    möchte muss müssen nach nun nur ob oder sein seine sich sie sind so soll sollte über um und uns unser unsere vom von
    war warum was welche welchem welchen welcher welches wenn wer werde werden wie wieso will wir wird wo wohin zu zum
    zur`),
};

/** Does the word say nothing about what is asked for? In languages without a list, each word counts. */
export function isFiller(word: string, locale: string): boolean {
  return FILLERS[locale.split('-')[0] ?? '']?.has(word.toLowerCase()) ?? false;
}

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}
