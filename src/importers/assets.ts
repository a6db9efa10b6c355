import path from 'node:path/posix';
import { addressPart } from '../readers/content-folder.ts';
import type { Layout } from './layout.ts';
import type { SourceFolder } from './source-folder.ts';

/** Folders from which other systems serve files at the top of the site. */
const SERVED = ['', 'static', 'public', 'assets', 'src/assets', '.vuepress/public'];
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i;

/** Pictures and other files that articles show or offer, on their way beside the articles. */
export class Assets {
  readonly #folder: SourceFolder;
  readonly #layout: Layout;
  /** Path in the content folder -> file of the source. */
  readonly #copies = new Map<string, string>();

  constructor(folder: SourceFolder, layout: Layout) {
    this.#folder = folder;
    this.#layout = layout;
  }

  /** What has to be copied: path in the content folder -> file of the source. */
  get copies(): ReadonlyMap<string, string> {
    return this.#copies;
  }

  /** The file of the source that a target in a document means, if it is there. */
  find(target: string, document: string): string | undefined {
    const place = decode(target.replace(/[?#].*$/s, ''));
    if (place === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(place)) return undefined;
    const relative = place.replace(/^(?:@site)?\/+/, '');
    const fromTop = this.#layout.bases.flatMap((base) =>
      SERVED.map((served) => path.join(base, served, relative)),
    );
    const beside = path.join(path.dirname(document), place);
    const candidates = /^(?:@site)?\//.test(place) ? fromTop : [beside, ...fromTop];
    return candidates.find((file) => this.#folder.has.has(file));
  }

  /**
   * Takes a file along for the article at `article`, and gives the relative path by which the article names it:
   * pictures go into `images/`, others into `files/` beside the article.
   */
  carry(file: string, article: string): string {
    const category = path.dirname(article);
    const { name, ext } = path.parse(file);
    const folder = PICTURE.test(file) ? 'images' : 'files';
    const plain = addressPart(name);
    const names = [plain, `${path.parse(article).name}-${plain}`];
    for (let number = 2; ; number++) {
      for (const candidate of names) {
        const relative = `${folder}/${candidate}${ext.toLowerCase()}`;
        const to = `${category}/${relative}`;
        const taken = this.#copies.get(to);
        if (taken !== undefined && taken !== file) continue;
        this.#copies.set(to, file);
        return relative;
      }
      names.splice(0, names.length, `${plain}-${number}`);
    }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
