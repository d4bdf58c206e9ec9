/** Calls back once after that many milliseconds; the result calls it off. */
export interface Timers {
  after(millis: number, run: () => void): () => void;
}

/** What goes to the worker; the timer's number comes back when its time is over. */
export type TimerOrder = { readonly set: number; readonly millis: number } | { readonly clear: number };

/** The part of a Worker that is used. */
export interface TimerWorker {
  postMessage(order: TimerOrder): void;
  onmessage: ((event: MessageEvent<number>) => void) | null;
}

/** Timers in a worker: those of a page are held back for seconds, later for more than a minute, once it is hidden. */
export function workerTimers(worker: TimerWorker): Timers {
  const running = new Map<number, () => void>();
  let last = 0;
  worker.onmessage = ({ data: number }) => {
    const run = running.get(number);
    running.delete(number);
    run?.();
  };
  return {
    after(millis, run) {
      const number = ++last;
      running.set(number, run);
      worker.postMessage({ set: number, millis });
      return () => {
        if (running.delete(number)) worker.postMessage({ clear: number });
      };
    },
  };
}
