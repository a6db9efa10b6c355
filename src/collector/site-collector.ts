import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { addressOf, isPublished } from '../core/article.ts';
import { dayOf } from '../core/calendar.ts';
import { publishedArticles, type ServedContent } from '../core/content.ts';
import { manifestOf } from '../core/manifest.ts';
import type { Site } from '../core/site.ts';
import { categoryNames } from '../core/survey/survey-condition.ts';
import { readTexts } from '../readers/texts.ts';
import { createAdmission } from './admission/admission.ts';
import type { TrustedProxies } from './admission/client-address.ts';
import { type CollectorOptions, createCollector } from './collector.ts';
import { type Origins, siteOrigins } from './gate/allowed-origins.ts';
import { createKnownArticles, type KnownArticles } from './gate/known-articles.ts';
import type { Log } from './operation/log.ts';
import { toldTo } from './told.ts';

interface SiteCollectorOptions
  extends Pick<CollectorOptions, 'store' | 'summary' | 'token' | 'now' | 'newId' | 'proofFrom' | 'version'> {
  site: Site;
  content: Pick<ServedContent, 'survey' | 'articles' | 'categories'>;
  /**
   * What stands before an address of the site in a link: nothing or a path (`/help`) on the same host, or the
   * site's whole address where the collector runs on another.
   */
  siteAddress: string;
  /** Which articles there are; without it, those that `content` publishes. */
  knownArticles?: KnownArticles;
  /** Whose pages may send; without it, those of `site` only. */
  origins?: Origins;
  /** Whose word is taken on where a request came from; without it, nobody's. */
  proxies?: TrustedProxies;
  /** Takes what the operator should know; without it, nobody is told. */
  log?: Log;
  /** Folder of the built site, whose frame the answer pages get; only on the same host. */
  dist?: string;
}

/** The collector of a help centre, as its content folder describes it. */
export function createSiteCollector(options: SiteCollectorOptions): ReturnType<typeof createCollector> {
  const { site, content, siteAddress, dist, store, token, now, newId, proofFrom, version, log } = options;
  const { origins = siteOrigins(site), proxies, summary } = options;
  const {
    knownArticles = createKnownArticles({
      read: async () => manifestOf(publishedArticles({ articles: content.articles, site }, dayOf(now()))),
      locales: site.locales,
      now,
    }),
  } = options;
  const admission = createAdmission({ now, proxies, onNotice: log?.warn });
  // Also where nobody sends anything, so that what is remembered of clients ends when it should.
  setInterval(admission.tidy, 60_000).unref();
  const texts = new Map(site.locales.map((locale) => [locale, readTexts(locale)]));
  const addresses = new Map(
    content.articles
      .filter(({ frontmatter }) => isPublished(frontmatter, dayOf(now())))
      .map((article) => [`${article.locale} ${article.id}`, addressOf(article)]),
  );
  const categories = new Map(
    content.articles.map((article) => [
      `${article.locale} ${article.id}`,
      categoryNames(article, content.categories),
    ]),
  );
  return createCollector({
    knownArticles,
    site,
    store,
    summary,
    survey: site.feedback.survey ? content.survey : undefined,
    locales: site.locales,
    texts: (locale) => texts.get(locale) ?? readTexts(locale),
    frame: async (locale) =>
      dist && readFile(path.join(dist, locale, 'feedback/index.html'), 'utf8').catch(() => undefined),
    articleUrl(article, locale) {
      const address = addresses.get(`${locale} ${article}`);
      return address && `${siteAddress}${address}`;
    },
    categoriesOf: (article, locale) => categories.get(`${locale} ${article}`) ?? [],
    homeUrl: (locale) => `${siteAddress}/${locale}/`,
    admission,
    origins,
    token,
    now,
    newId,
    proofFrom,
    version,
    ...(log && toldTo(log)),
  });
}
