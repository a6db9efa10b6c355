import { parse as parseToml } from 'smol-toml';
import { parseYaml } from '../readers/yaml-source.ts';
import { languageOf } from './language.ts';

/** What the settings of the other system say that matters for an import. */
export interface SiteConfig {
  system?: 'hugo' | 'zola' | 'jekyll' | 'vitepress' | 'docusaurus';
  /** Language of documents that do not say theirs. */
  locale?: string;
  title?: string;
  /** Address of the old site, without a slash at its end. */
  url?: string;
}

/** Names of files that hold the settings of a whole site. */
export const CONFIG_NAMES =
  /^(?:(?:hugo|config|zola)\.(?:toml|ya?ml)|_config\.ya?ml|docusaurus\.config\.[cm]?[jt]s)$/;

/**
 * Reads the settings of a site as far as they are plain: of settings written as a program, only quoted values
 * of the keys themselves are seen. Settings that cannot be read count as none.
 */
export function readSiteConfig(name: string, text: string): SiteConfig {
  const values = name.endsWith('.toml')
    ? toml(text)
    : /\.ya?ml$/.test(name)
      ? parseYaml(text).value
      : program(text);
  if (typeof values !== 'object' || values === null) return {};
  const read = (...keys: string[]) =>
    keys
      .map((key) => (values as Record<string, unknown>)[key])
      .find((value) => typeof value === 'string' && value) as string | undefined;
  const code = read(
    'defaultContentLanguage',
    'default_language',
    'defaultLocale',
    'languageCode',
    'lang',
    'locale',
  );
  return {
    system: systemOf(name, values),
    locale: code && languageOf(code)?.split('-')[0],
    title: read('title'),
    url: read('baseURL', 'base_url', 'url', 'baseurl')?.match(/^https?:\/\/.*?(?=\/*$)/)?.[0],
  };
}

function systemOf(name: string, values: object): SiteConfig['system'] {
  if (name.startsWith('_config')) return 'jekyll';
  if (name.startsWith('docusaurus')) return 'docusaurus';
  if (name.startsWith('zola') || 'base_url' in values) return 'zola';
  return name.startsWith('hugo') || Object.keys(values).some((key) => key.toLowerCase() === 'baseurl')
    ? 'hugo'
    : undefined;
}

function toml(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

function program(text: string): Record<string, string> {
  const found = [...text.matchAll(/^\s*(defaultLocale|lang|url|title)\s*:\s*(['"])(.*?)\2/gm)];
  return Object.fromEntries(found.reverse().map(([, key, , value]) => [key, value]));
}
