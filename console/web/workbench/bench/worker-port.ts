import type { BenchPort } from './benches.ts';
import type { BenchAnswer } from './messages.ts';

/** A bench in a worker. */
export function workerPort(): BenchPort {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const listeners = new Set<(answer: BenchAnswer) => void>();
  const tell = (answer: BenchAnswer): void => {
    for (const listener of listeners) listener(answer);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<BenchAnswer>) => tell(data));
  worker.addEventListener('error', ({ message }) => tell({ kind: 'failed', message }));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    ask: (request) => worker.postMessage(request),
    listen: (listener) => void listeners.add(listener),
    close: () => worker.terminate(),
  };
}
