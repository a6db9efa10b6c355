import { expect } from 'vitest';
import { type HelpCentre, TOKEN } from '../help-centre.ts';

export type Samples = Record<string, number>;

/** The samples of `/metrics`, e.g. `{ 'kundig_received_total{kind="vote"}': 3 }`. */
export async function metricsOf(centre: Pick<HelpCentre, 'request'>): Promise<Samples> {
  const response = await centre.request('/metrics', { headers: { Authorization: `Bearer ${TOKEN}` } });
  expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  return Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        expect(line).toMatch(/^(?:kundig|process)_[a-z_]+(?:\{[^}]*\})? \d[\d.e-]*$/);
        const [name = '', value] = line.split(' ');
        return [name, Number(value)];
      }),
  );
}

/** What was counted of one kind, without zeros, e.g. `{ received: 2, stored: 1, 'refused invalid': 1 }`. */
export function counted(samples: Samples, kind: string): Samples {
  return Object.fromEntries(
    Object.entries(samples)
      .filter(([name, value]) => name.includes(`kind="${kind}"`) && value > 0)
      .map(([name, value]) => [
        name.replace(/^kundig_(\w+)_total\{kind="[^"]*"(?:,reason="([^"]*)")?\}$/, (_, family, reason) =>
          reason ? `${family} ${reason}` : family,
        ),
        value,
      ]),
  );
}

/** What came in of one kind, and the sum of all that became of it: they must be the same. */
export function balance(samples: Samples, kind: string): { received: number; accounted: number } {
  const { received = 0, ...parts } = counted(samples, kind);
  return { received, accounted: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
