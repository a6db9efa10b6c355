import type { MDX_COMPONENTS } from '../../readers/mdx-mistakes.ts';
import Callout from './Callout.astro';
import Details from './Details.astro';
import Figure from './Figure.astro';
import Steps from './Steps.astro';
import Tab from './Tab.astro';
import Tabs from './Tabs.astro';

/** What writers may use in an .mdx article without importing it. */
export const mdxComponents = { Callout, Details, Figure, Steps, Tab, Tabs } satisfies Record<
  (typeof MDX_COMPONENTS)[number],
  unknown
>;
