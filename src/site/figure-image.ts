import { readFileSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { resolveTarget } from '../core/link-target.ts';
import { BASE } from './page-context.ts';
import { contentDir } from './paths.ts';

/** Address and size of a picture that an article names in `<Figure src>`. */
export function figureImage(
  source: string,
  pageAddress: string,
): { src: string; width?: number; height?: number } {
  const [locale, category] = pageAddress.slice(BASE.length).split('/').filter(Boolean);
  const target = resolveTarget(source, `${locale}/${category}/article.mdx`);
  if (target.kind === 'elsewhere' || target.kind === 'code') return { src: source };
  if (target.kind === 'address') return { src: `${BASE}${encodeURI(target.address)}` };
  const src = `${BASE}/${encodeURI(target.path)}`;
  try {
    const { width, height } = imageSize(readFileSync(path.join(contentDir(), target.path)));
    return { src, width, height };
  } catch {
    return { src };
  }
}
