import { buildSite } from '../src/site/build.ts';
import { contentOption, EXIT, runCommand } from './command.ts';

await runCommand<{ content: string; out: string; verbose: boolean }>({
  name: 'build',
  summary: 'Builds the static site with its search index, ready to be copied to any web server.',
  examples: [
    ['npm run build', 'content/ into dist/'],
    ['npm run build -- --content ../help --out public_html', 'another folder, another place'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .option('--out <dir>', 'folder for the site', 'dist')
      .option('--verbose', 'show each page'),
  run: async ({ content, out, verbose }) => {
    const started = performance.now();
    console.log(`Building the site from ${content} …`);
    await buildSite({ contentDir: content, outDir: out, onLine: verbose ? console.log : undefined });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Built ${out} in ${seconds} s.`);
    return EXIT.fine;
  },
});
