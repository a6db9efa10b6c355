import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Receipts {
  /** The receipt of a submission: the same for the same id, ever after. */
  of(kind: 'vote' | 'answers', id: string): Promise<string>;
  /** Is this the receipt of that submission? Takes as long for a wrong one as for the right one. */
  match(kind: 'vote' | 'answers', id: string, receipt: string): Promise<boolean>;
}

/**
 * Receipts that nobody can guess and nobody has to store: HMAC-SHA-256 of kind and id under a secret.
 *
 * @param secret gives the key; it is asked for again as long as it fails.
 */
export function createReceipts(secret: () => Promise<string>): Receipts {
  let known: string | undefined;

  async function sign(kind: string, id: string): Promise<Buffer> {
    known ??= await secret();
    return createHmac('sha256', known).update(`${kind}:${id.toLowerCase()}`).digest();
  }

  return {
    async of(kind, id) {
      return (await sign(kind, id)).toString('base64url');
    },
    async match(kind, id, receipt) {
      const right = await sign(kind, id);
      const given = Buffer.from(receipt, 'base64url');
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
