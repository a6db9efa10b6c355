import { expect, test } from 'vitest';
import { findMistakes } from '../../../src/core/checks/index.ts';
import { readContent } from '../../../src/readers/content-folder.ts';
import { articleText, contentFolder } from '../../content-folder.ts';

const PRODUCTS =
  'app:\n  versions:\n    - { version: "2.4", released: 2026-03-01 }\n  screens: { billing: 2026-05-02 }\n';
const ARTICLE = 'en/billing/refund.md';

async function mistakes(files: Record<string, string>): Promise<string[]> {
  const content = await readContent(await contentFolder(files));
  return findMistakes(content, '2026-11-21').map(
    ({ file, line, severity, rule, message, hint }) =>
      `${file}:${line} ${severity} ${rule}: ${message} ${hint}`,
  );
}

function depending(on: string): string {
  return articleText(`dependsOn: [${on}]\n`);
}

function showing(screenshot: string): string {
  return articleText(`screenshots: [${screenshot}]\n`, '![The form](form.png)\n');
}

test('products that articles rest on are read from products.yaml', async () => {
  const { products, findings } = await readContent(await contentFolder({ 'products.yaml': PRODUCTS }));
  expect({ products, findings }).toEqual({
    products: {
      app: { versions: [{ version: '2.4', released: '2026-03-01' }], screens: { billing: '2026-05-02' } },
    },
    findings: [],
  });
});

test.each([
  ['a file that is there', '{ file: products.yaml }'],
  ['a known version', '{ product: app, version: "2.4" }'],
  ['an address', '{ url: "https://example.com/terms" }'],
])('an article may depend on %s', async (_, fact) => {
  expect(await mistakes({ 'products.yaml': PRODUCTS, [ARTICLE]: depending(fact) })).toEqual([]);
});

test.each([
  [
    'file',
    '{ file: product.yaml }',
    '`dependsOn` names the file product.yaml, which is not there. Did you mean products.yaml?',
  ],
  [
    'file like no other',
    '{ file: ../prices.csv }',
    '`dependsOn` names the file ../prices.csv, which is not there. Write its path inside the content folder, e.g. prices.yaml.',
  ],
  [
    'product',
    '{ product: aap, version: "2.4" }',
    '`dependsOn` names the product aap, which products.yaml does not have. Did you mean app?',
  ],
  [
    'version',
    '{ product: app, version: "2.5" }',
    '`dependsOn` names version "2.5" of app, which products.yaml does not have. Did you mean "2.4"?',
  ],
  [
    'version like no other',
    '{ product: app, version: "2027-01" }',
    '`dependsOn` names version "2027-01" of app, which products.yaml does not have. Add it to products.yaml, or mend its name.',
  ],
])('an unknown %s is a mistake', async (_, fact, words) => {
  expect(await mistakes({ 'products.yaml': PRODUCTS, [ARTICLE]: depending(fact) })).toEqual([
    `${ARTICLE}:5 error unknown-fact: ${words}`,
  ]);
});

test('a product is unknown where there is no products.yaml', async () => {
  expect(await mistakes({ [ARTICLE]: depending('{ product: app, version: "2.4" }') })).toEqual([
    `${ARTICLE}:5 error unknown-fact: \`dependsOn\` names the product app, which products.yaml does not have. Add it to products.yaml, or mend its name.`,
  ]);
});

test('a number for a version is refused: 2.10 would become 2.1', async () => {
  expect(
    await mistakes({ 'products.yaml': PRODUCTS, [ARTICLE]: depending('{ product: app, version: 2.10 }') }),
  ).toEqual([
    `${ARTICLE}:5 error frontmatter: \`dependsOn[1]\` must name a \`file\`, a \`product\` with its \`version\` in quotation marks, or a \`url\`. It is {"product":"app","version":2.1} now.`,
  ]);
});

test.each([
  [
    'a number for a version',
    'app: { versions: [{ version: 2.10, released: 2026-03-01 }] }',
    '`app.versions[1].version` must be text. Put quotation marks around it, e.g. "2.10".',
  ],
  [
    'support that ends before the release',
    'app: { versions: [{ version: "2", released: 2026-03-01, supportedUntil: 2026-02-28 }] }',
    '`app.versions[1].supportedUntil` is before the day of the release. It is "2026-02-28" now.',
  ],
  ['an unknown key', 'app: { version: "2" }', '`app.version` is not a known key. Did you mean `versions`?'],
  [
    'a screen without a day',
    'app: { screens: { billing: soon } }',
    '`app.screens.billing` is not a day that exists. Write year-month-day, e.g. 2026-03-01.',
  ],
  [
    'a name that no article could write',
    'My App: {}',
    '`My App` must list products by a name of small letters, digits and hyphens. Write e.g. mobile-app.',
  ],
])('in products.yaml, %s is a mistake, and articles are not blamed for it', async (_, text, words) => {
  const article = depending('{ product: app, version: "2.4" }');
  expect(await mistakes({ 'products.yaml': text, [ARTICLE]: article })).toEqual([
    `products.yaml:1 error settings: ${words}`,
  ]);
});

test.each([
  [
    'image that the text does not show',
    '{ image: from.png, screen: app/billing }',
    '`screenshots` names the picture from.png, which the text does not show. Did you mean form.png?',
  ],
  [
    'image like no other',
    '{ image: images/pay.png, screen: app/billing }',
    '`screenshots` names the picture images/pay.png, which the text does not show. Write it as the text does, or take the entry out.',
  ],
  [
    'unknown screen',
    '{ image: form.png, screen: app/biling }',
    '`screenshots` names the screen app/biling, which products.yaml does not have. Did you mean app/billing?',
  ],
  [
    'day to come',
    '{ image: form.png, screen: app/billing, taken: 2026-11-22 }',
    'The day on which form.png was taken (2026-11-22) lies in the future. Write the day on which somebody took the picture.',
  ],
])('a screenshot is a mistake: %s', async (_, screenshot, words) => {
  const files = { 'products.yaml': PRODUCTS, [ARTICLE]: showing(screenshot), 'en/billing/form.png': '' };
  expect(await mistakes(files)).toEqual([`${ARTICLE}:5 error screenshots: ${words}`]);
});

test('a screenshot that the text shows, of a known screen, is fine', async () => {
  const screenshot = '{ image: form.png, screen: app/billing, taken: 2026-11-21 }';
  const files = { 'products.yaml': PRODUCTS, [ARTICLE]: showing(screenshot), 'en/billing/form.png': '' };
  expect(await mistakes(files)).toEqual([]);
});
