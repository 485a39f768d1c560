import type { NamedText } from './pasted-file.ts';
import type { PastedReading } from './reading.ts';

/** Reads a file of branches beside the page. Rejects when the signal says so, or when the worker cannot be had. */
export async function readInWorker(file: NamedText, signal: AbortSignal): Promise<PastedReading> {
  const worker = new Worker(new URL('./paste-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<PastedReading>((resolve, reject) => {
      const stop = (): void => reject(new Error('reading was stopped'));
      signal.addEventListener('abort', stop, { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<PastedReading>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('what reads branches could not be started')));
      worker.postMessage(file, []);
    });
  } finally {
    worker.terminate();
  }
}
