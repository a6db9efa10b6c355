import path from 'node:path';
import { dev } from 'astro';
import { readContent } from '../src/readers/content-folder.ts';
import { ENGINE_ROOT } from '../src/site/paths.ts';
import { contentOption, EXIT, runCommand } from './command.ts';
import { hostOption, portOption, refuseUsedPort, untilStopped } from './serving.ts';

await runCommand<{ content: string; host: string; port: number }>({
  name: 'dev',
  summary: 'Shows the help centre while you write: drafts included, with working votes and search.',
  examples: [
    ['npm run dev', 'on http://127.0.0.1:4321/'],
    ['npm run dev -- --content ../help', 'another content folder'],
  ],
  options: (command) => command.addOption(contentOption()).addOption(hostOption()).addOption(portOption()),
  run: async ({ content, host, port }) => {
    const { dir } = await readContent(content);
    await refuseUsedPort(host, port);
    process.env.KUNDIG_CONTENT = path.resolve(dir);
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const server = await dev({ root: ENGINE_ROOT, server: { host, port } });
    await untilStopped();
    await server.stop();
    return EXIT.fine;
  },
});
