import type { Content } from '../content.ts';
import type { Products } from '../products.ts';

/**
 * The products that articles may name: none without a `products.yaml`. `undefined` where the file could not be read:
 * that is said, and nothing is known of what stands in it.
 */
export function knownProducts({
  files,
  products,
}: Pick<Content, 'files' | 'products'>): Products | undefined {
  return products ?? (files.has('products.yaml') ? undefined : {});
}
