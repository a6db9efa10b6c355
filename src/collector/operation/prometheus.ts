/** A value with what tells it from the others of its family. */
export type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/** A family of counters in Prometheus' text format. */
export function counterText(name: string, help: string, samples: readonly Sample[]): string[] {
  return family(name, 'counter', help, samples);
}

/** A family of values that go up and down. */
export function gaugeText(name: string, help: string, samples: readonly Sample[]): string[] {
  return family(name, 'gauge', help, samples);
}

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labelText(labels)} ${value}`),
  ];
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const inside = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return inside.length > 0 ? `{${inside.join(',')}}` : '';
}
