import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  startFunctions,
  type FunctionLogLine,
  type FunctionsHost,
  type FunctionsOptions,
} from '../../../../../infra/local/functions/functions-host.ts';
import type { Invoked, InvokeResult } from '../../../../../infra/local/functions/invoke-result.ts';
import type { LocalFunction } from '../../../../../infra/local/functions/local-function.ts';
import { systemClock } from '../../../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';

export interface Fixture {
  readonly host: FunctionsHost;
  readonly logs: FunctionLogLine[];
  /** Holds a folder for each function. */
  readonly root: string;
  /** Fulfils when a function writes this line, or has written it. */
  logged(line: string): Promise<void>;
  close(): Promise<void>;
}

type Definition = Partial<Omit<LocalFunction, 'directory'>> & {
  readonly source: string;
  /** Default: index.mjs. */
  readonly module?: string;
  /** Other files, by their paths as seen from there. */
  readonly more?: Readonly<Record<string, string>>;
};

/** A host with functions written as source text. */
export async function functionsFixture(
  definitions: Readonly<Record<string, Definition>>,
  timers: Timers = systemTimers,
  more: Pick<FunctionsOptions, 'onLoaded'> = {},
): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), 'functions-test-'));
  const functions = await Promise.all(
    Object.entries(definitions).map(async ([name, { source, module = 'index.mjs', more: others = {}, ...rest }]) => {
      const directory = join(root, name);
      for (const [file, text] of Object.entries({ [module]: source, ...others })) {
        await mkdir(dirname(join(directory, file)), { recursive: true });
        await writeFile(join(directory, file), text);
      }
      return { name, directory, handler: 'index.handler', timeoutSeconds: 5, memoryMegabytes: 256, ...rest };
    }),
  );
  const logs: FunctionLogLine[] = [];
  const awaited = new Map<string, () => void>();
  const onLog = (entry: FunctionLogLine): void => {
    logs.push(entry);
    awaited.get(entry.line)?.();
  };
  const host = await startFunctions({ functions, timers, clock: systemClock, ids: systemIds, onLog, ...more });
  return {
    host,
    logs,
    root,
    async logged(line) {
      if (logs.some((entry) => entry.line === line)) return;
      await new Promise<void>((resolve) => void awaited.set(line, resolve));
    },
    async close() {
      await host.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The result of a function that was reached. */
export function invoked(result: InvokeResult): Invoked {
  if (result.statusCode !== 200) throw new Error(`not invoked: ${result.errorType}: ${result.message}`);
  return result;
}
