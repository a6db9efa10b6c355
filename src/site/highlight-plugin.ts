import { common, createLowlight } from 'lowlight';
import type { HastNode, HastPluginDefinition } from 'satteri';

const lowlight = createLowlight(common);
lowlight.registerAlias({
  markdown: ['mdx'],
  html: ['astro', 'vue', 'svelte'],
  bash: ['console', 'shell-session'],
});

/**
 * Colours code by class names, so that no style stands in the page. Code in a language that the highlighter does
 * not know stays as it is: Astro's own Prism step writes such code into the page as HTML.
 */
export const highlightPlugin: HastPluginDefinition = {
  name: 'kundig-highlight',
  element: {
    filter: ['pre'],
    visit(node, context) {
      const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
      if (code?.type !== 'element') return undefined;
      const classes = Array.isArray(code.properties?.className) ? code.properties.className : [];
      const name = classes.map(String).find((one) => one.startsWith('language-'));
      const language = name?.slice('language-'.length);
      const text = context.textContent(code).replace(/\n$/, '');
      const isKnown = language !== undefined && lowlight.registered(language);
      return {
        type: 'element',
        tagName: 'pre',
        // A block wider than the page scrolls by itself, with the keyboard too.
        properties: { tabIndex: 0 },
        children: [
          {
            type: 'element',
            tagName: 'code',
            properties: name ? { className: [name] } : {},
            children: isKnown ? lowlight.highlight(language, text).children : [{ type: 'text', value: text }],
          },
        ],
      } as HastNode;
    },
  },
};
