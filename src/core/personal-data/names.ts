import { type Detector, groupOf, matching } from './stretch.ts';

/** Words that go on with the sentence rather than say a name: "my name is wrong on the invoice". */
const NO_NAME =
  'und|and|ich|i|aber|but|mit|with|wie|how|auf|on|in|im|an|am|für|for|ist|is|war|was|wurde|hat|has|jetzt|now|noch|still|' +
  'nicht|not|zu|too|schon|already|falsch|wrong|verkehrt|incorrect|richtig|correct|geändert|changed|change|ändern|' +
  'misspell?ed|misspelt|spell?ed|spelt|written|geschrieben|fehlt|missing|weg|gone|anders|different|unvollständig|' +
  'incomplete|abgeschnitten|cut|will|want|möchte|would|kann|can|habe|have|brauche|need';

/** Names that their bearer introduces; also in small letters, as people type. */
export const introducedNames: Detector = groupOf(
  new RegExp(
    String.raw`(?<!\p{L})(?:ich hei(?:ß|ss)e|mein name(?: ist)?|my name(?: is|['’]s)|i(?: a|['’])m called)[: ]{1,2}` +
      String.raw`((?!(?:${NO_NAME})(?![\p{L}]))[\p{L}'’-]{2,40}(?: (?!(?:${NO_NAME})(?![\p{L}]))[\p{L}'’-]{2,40}){0,2})`,
    'giu',
  ),
);

/** "Frau Müller", "Mr. Smith"; but not "meine Frau", after which nouns stand in capitals too. */
export const addressedNames: Detector = matching(
  /(?<![\p{L}]|\b(?:[mds]ein|ihr|unser|ein|d)(?:e|er|es|en|em|ie)? )(?:Herrn?|Frau|Mrs?|Ms|Miss|Dr)\.? (?:Dr\. )?\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40})?/gu,
);
