import type { Root } from 'mdast';
import type { ArticleType } from '../core/article.ts';

const TROUBLE =
  /troubleshoot|\berrors?\b|\bproblems?\b|\bfehler|\bprobleme?\b|\bstörung|fehlerbehebung|not working|\bcannot\b|\bcan['’]t\b|\bwon['’]t\b|\bdoes(?: not|n['’]t)\b|funktioniert nicht|geht nicht|kann (?:mich |ich )?nicht/i;
const TASK =
  /^(?:how to|howto|install|set(?:ting)? up|add(?:ing)?|creat|configur|chang|delet|remov|import|export|migrat|updat|upgrad|enabl|disabl|us(?:e|ing)\b|getting started|erste schritte)|anleitung|tutorial|(?:installieren|einrichten|erstellen|ändern|löschen|konfigurieren|hinzufügen|exportieren|importieren)$/i;
const STEP = /^(?:step|schritt|étape|paso|passo)\s*\d/i;

/**
 * Guesses what kind of answer an article gives, from its title, the folders it lies in and its form: a question or a
 * folder named FAQ makes a `faq`, words of trouble make a `troubleshooting`, a title that names a task, headings that
 * count steps, or a numbered list of three make a `how-to`; all else is a `reference`.
 */
export function guessType(
  title: string,
  parts: readonly string[],
  headings: readonly string[],
  tree: Root,
): ArticleType {
  if (/\?$/.test(title.trim()) || parts.some((part) => /(^|[-_ ])faqs?($|[-_ ])/i.test(part))) return 'faq';
  if (TROUBLE.test(title) || parts.some((part) => TROUBLE.test(part.replaceAll('-', ' '))))
    return 'troubleshooting';
  const counts = tree.children.some(
    (node) => node.type === 'list' && node.ordered && node.children.length >= 3,
  );
  if (TASK.test(title.trim()) || counts || headings.some((heading) => STEP.test(heading))) return 'how-to';
  return 'reference';
}
