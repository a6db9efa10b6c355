import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';

/** Width and height of a picture file in pixels, where it can be read. */
export function pictureSize(file: string): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(readFileSync(file));
    return { width, height };
  } catch {
    return undefined;
  }
}
