import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFunctions, type FunctionsHost } from '../../infra/local/functions/functions-host.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';

/** A function that does nothing, on the same kind of host: what an invocation costs before ours begins. */
export async function startEmptyFunction(): Promise<FunctionsHost & { readonly name: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'empty-function-'));
  await writeFile(join(directory, 'index.mjs'), 'export const handler = async () => ({});\n');
  const host = await startFunctions({
    functions: [{ name: 'empty', directory, handler: 'index.handler', timeoutSeconds: 5, memoryMegabytes: 128 }],
    clock: systemClock,
    timers: systemTimers,
    ids: systemIds,
  });
  const close = async (): Promise<void> => {
    await host.close();
    await rm(directory, { recursive: true });
  };
  return { ...host, name: 'empty', close };
}
