import path from 'node:path';
import { resolveTarget } from '../core/link-target.ts';
import { BASE } from './page-context.ts';
import { contentDir } from './paths.ts';
import { pictureSize } from './picture-size.ts';

/** Address and size of a picture that an article names in `<Figure src>`. */
export function figureImage(
  source: string,
  pageAddress: string,
): { src: string; width?: number; height?: number } {
  const [locale, category] = pageAddress.slice(BASE.length).split('/').filter(Boolean);
  const target = resolveTarget(source, `${locale}/${category}/article.mdx`);
  if (target.kind === 'elsewhere' || target.kind === 'code') return { src: source };
  if (target.kind === 'address') return { src: `${BASE}${encodeURI(target.address)}` };
  return { src: `${BASE}/${encodeURI(target.path)}`, ...pictureSize(path.join(contentDir(), target.path)) };
}
