import { buildSite } from '../src/site/build.ts';
import { contentOption, EXIT, runCommand } from './command.ts';

await runCommand<{ content: string; out: string; compress: boolean; verbose: boolean }>({
  name: 'build',
  summary: 'Builds the static site with its search index, ready to be copied to any web server.',
  examples: [
    ['npm run build', 'content/ into dist/'],
    ['npm run build -- --content ../help --out public_html', 'another folder, another place'],
    [
      'npm run build -- --no-compress',
      'for a host that compresses by itself, such as Netlify or Cloudflare Pages',
    ],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .option('--out <dir>', 'folder for the site', 'dist')
      .option('--no-compress', 'leave out the .br and .gz files beside each page')
      .option('--verbose', 'show each page'),
  run: async ({ content, out, compress, verbose }) => {
    const started = performance.now();
    console.log(`Building the site from ${content} …`);
    await buildSite({
      contentDir: content,
      outDir: out,
      compress,
      onLine: verbose ? console.log : undefined,
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Built ${out} in ${seconds} s.`);
    return EXIT.fine;
  },
});
