import { addressOf } from '../article.ts';
import type { Check } from './check.ts';

/** Two articles at one address, as `refund.md` and `refund.mdx`: only one of them would be published. */
export const duplicateAddresses: Check = ({ articles }) => {
  const first = new Map<string, string>();
  return articles.flatMap((article) => {
    const address = addressOf(article);
    const earlier = first.get(address);
    if (earlier === undefined) {
      first.set(address, article.path);
      return [];
    }
    return [
      {
        rule: 'duplicate-address',
        severity: 'error',
        article: article.id,
        locale: article.locale,
        file: article.path,
        line: 1,
        message: `The address ${address} already belongs to ${earlier}.`,
        hint: 'Rename one of the two files.',
      },
    ];
  });
};
