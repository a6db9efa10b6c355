import type { CollectorOptions } from './collector.ts';
import type { Log } from './operation/log.ts';
import type { AnsweredRequest } from './operation/requests.ts';

/** What a collector tells of itself. */
export type Told = Pick<CollectorOptions, 'onFailure' | 'onRefusedOrigin' | 'onAttack' | 'onRequest'>;

/** Puts into words, for the log, what a collector tells. */
export function toldTo(log: Log): Told {
  return {
    onFailure: log.failure,
    onRefusedOrigin(origin) {
      log.warn(
        `Pages of ${origin} tried to send and may not. If they are yours, name ${origin} in FEEDBACK_ORIGINS, or as \`url\` in site.yaml.`,
      );
    },
    onAttack(isOn) {
      if (isOn) log.warn('Far more votes and answers come in than usual: a proof of work is asked for.');
      else log.info('It is calm again: no proof of work is asked for.');
    },
    ...(log.isDebugging && {
      onRequest: ({ method, route, status, milliseconds }: AnsweredRequest) =>
        log.debug('Request.', { method, route, status, milliseconds }),
    }),
  };
}
