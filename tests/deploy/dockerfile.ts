import { readFileSync } from 'node:fs';

/** One line of a Dockerfile, continuations joined. E.g. `{ name: 'USER', value: 'node' }` */
interface Instruction {
  name: string;
  value: string;
}

/** The instructions of the `Dockerfile` by stage; those of the last one make the image. */
export function stagesOfImage(): Instruction[][] {
  const text = readFileSync('Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '');
  const stages: Instruction[][] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (!name || !value) continue;
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, value });
  }
  return stages;
}

/** What the image runs, as a list of words, and with which environment. */
export function imageRuns(): { command: string[]; health: string[]; environment: Record<string, string> } {
  const image = stagesOfImage().at(-1) ?? [];
  const named = (wanted: string) => image.find(({ name }) => name === wanted)?.value ?? '';
  const words = (value: string): string[] => JSON.parse(value.slice(value.indexOf('[')));
  const pairs = named('ENV')
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]);
  return {
    command: words(named('CMD')),
    health: words(named('HEALTHCHECK')),
    environment: Object.fromEntries(pairs),
  };
}
