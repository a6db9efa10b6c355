import { type Admission, createAdmission } from '../../src/collector/admission/admission.ts';
import { type HelpCentre, openHelpCentre } from './help-centre.ts';

/** What an ordinary browser calls itself. */
export const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';

/** Who sends: the other end of the connection, and what it says of itself. */
export interface Sender {
  address?: string;
  userAgent?: string;
  headers?: Record<string, string>;
}

export interface GuardedCentre {
  centre: HelpCentre;
  admission: Admission;
  clock: { now: Date };
  /** Lets time pass. */
  wait(milliseconds: number): void;
  send(from: Sender, method: string, path: string, body?: unknown): Promise<Response>;
  /** Posts as a browser without script does. */
  form(from: Sender, path: string, fields: Record<string, string>): Promise<Response>;
}

/** A collector that asks who sends, and believes what a test says of the connection. */
export async function openGuarded(
  options: Partial<Parameters<typeof createAdmission>[0]> = {},
): Promise<GuardedCentre> {
  const clock = { now: new Date('2026-03-01T10:00:00Z') };
  const now = () => clock.now;
  const admission = createAdmission({ now, ...options });
  const centre = await openHelpCentre({ now, admission });

  async function request(from: Sender, path: string, init: RequestInit): Promise<Response> {
    const { address = '198.51.100.7', userAgent = BROWSER, headers } = from;
    return centre.app.request(
      `http://help.example.com${path}`,
      {
        ...init,
        headers: {
          Origin: 'http://help.example.com',
          'User-Agent': userAgent,
          ...init.headers,
          ...headers,
        },
      },
      { incoming: { socket: { remoteAddress: address } } },
    );
  }
  return {
    centre,
    admission,
    clock,
    wait(milliseconds) {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    send: (from, method, path, body) =>
      request(from, path, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json' },
        }),
      }),
    form: (from, path, fields) =>
      request(from, path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
  };
}
