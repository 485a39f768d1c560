import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import type { NamedDestination } from './destinations.ts';

/** Reads whom a table names beside the page. Rejects when the signal says so, or when the worker cannot be had. */
export async function readInWorker(source: TableSourceBody, signal: AbortSignal): Promise<readonly NamedDestination[]> {
  const worker = new Worker(new URL('./destinations-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<readonly NamedDestination[]>((resolve, reject) => {
      const stop = (): void => reject(new Error('reading was stopped'));
      signal.addEventListener('abort', stop, { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<readonly NamedDestination[]>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('what reads the table could not be started')));
      worker.postMessage(source, []);
    });
  } finally {
    worker.terminate();
  }
}
