import { parentPort, Worker, workerData } from 'node:worker_threads';
import { UserError } from '../core/user-error.ts';

/** What a thread says when it is done. Of an error that is thrown, only the message would get out of it. */
type Answer = { result: unknown } | { refused: { message: string; hint: string } };

interface InThread {
  /** Ends the thread before it is done; what it was asked for then never comes. */
  signal?: AbortSignal;
  /** Lets the program end although the thread is not done. */
  inBackground?: boolean;
}

/**
 * Does some work in a thread of its own, beside this one.
 *
 * @param file a module that ends with `answerWith(work)`
 * @param task what the work is given; it is copied (structured clone), and so is the result
 * @throws {UserError} if the work does
 * @example await inThread<number>(new URL('./count-thread.ts', import.meta.url), { upTo: 10 })
 */
export function inThread<Result>(
  file: URL,
  task: unknown,
  { signal, inBackground }: InThread = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: task });
    if (inBackground) worker.unref();
    signal?.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.on('message', (answer: Answer) => {
      if ('result' in answer) resolve(answer.result as Result);
      else reject(new UserError(answer.refused.message, answer.refused.hint));
    });
    worker.on('error', reject);
  });
}

/** In the thread: does the work on what it was given, and answers. */
export async function answerWith<Task>(work: (task: Task) => Promise<unknown>): Promise<void> {
  try {
    parentPort?.postMessage({ result: await work(workerData as Task) } satisfies Answer);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    parentPort?.postMessage({ refused: { message, hint } } satisfies Answer);
  }
}
