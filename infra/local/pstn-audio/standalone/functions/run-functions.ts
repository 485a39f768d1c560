import { relative, sep } from 'node:path';
import { startFunctions, type FunctionsHost, type FunctionsOptions } from '../../../functions/functions-host.ts';
import { watchFolder, type FolderWatch } from '../../../functions/watch-folder.ts';
import { StandaloneError } from '../standalone-error.ts';
import type { DefinedFunction } from './define-functions.ts';
import { loadProblem } from './load-problem.ts';

export interface RunFunctionsOptions extends Omit<FunctionsOptions, 'functions' | 'region' | 'onLoaded'> {
  readonly functions: readonly DefinedFunction[];
  /** Where the configuration file is: modules are named as seen from there. */
  readonly folder: string;
  /** Variables that every function gets unless it has its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** A line about a function: it could not be loaded, or has been loaded again. */
  readonly onNotice: (line: string) => void;
}

/**
 * Starts the functions, loads each once, so that what is wrong with it is known before the first call, and loads it anew whenever its
 * code changes, in its folder or in files that it has loaded from elsewhere. Rejects with a StandaloneError when a module does not
 * export its handler; any other mistake may be mended while the service runs.
 */
export async function runFunctions(options: RunFunctionsOptions): Promise<FunctionsHost> {
  const { functions, onNotice, timers } = options;
  /** By ARN: the files outside of its folder that a function has loaded. */
  const outside = new Map<string, readonly string[]>();
  const watches = new Map<string, FolderWatch>();
  const functionsIn = (folder: string): readonly DefinedFunction[] =>
    functions.filter(({ definition }) => definition.directory === folder);
  const follow = (folder: string): void =>
    watches.get(folder)?.follow(functionsIn(folder).flatMap(({ arn }) => outside.get(arn) ?? []));

  const host = await startFunctions({
    ...options,
    functions: functions.map(({ definition }) => definition),
    onLoaded: (arn, files) => {
      outside.set(arn, files);
      for (const each of functions) if (each.arn === arn) follow(each.definition.directory);
    },
  });
  // Functions may invoke each other; where, is known only now.
  const services = { ...options.environment, AWS_ENDPOINT_URL_LAMBDA: host.endpoint };
  for (const { arn, definition } of functions) host.configure(arn, { ...services, ...definition.environment });

  const close = async (): Promise<void> => {
    for (const watch of watches.values()) watch.close();
    await host.close();
  };

  const loadAgain = async (each: DefinedFunction): Promise<void> => {
    host.reload(each.arn);
    const { problem } = await load(host, each, options.folder);
    onNotice(problem ?? `${each.place}: ${moduleName(each, options.folder)} has changed and is loaded again`);
  };

  try {
    const loaded = await Promise.all(functions.map(async (each) => load(host, each, options.folder)));
    const fatal = loaded.flatMap(({ problem, isFatal }) => (problem !== undefined && isFatal ? [problem] : []));
    if (fatal.length > 0) throw new StandaloneError(fatal);
    for (const { problem } of loaded) if (problem !== undefined) onNotice(problem);
    for (const folder of new Set(functions.map(({ definition }) => definition.directory))) {
      const onChange = (): void => void Promise.all(functionsIn(folder).map(loadAgain));
      watches.set(folder, await watchFolder(folder, { timers, onChange }));
      follow(folder);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ...host, close };
}

async function load(
  host: FunctionsHost,
  each: DefinedFunction,
  folder: string,
): Promise<{ readonly problem: string | undefined; readonly isFatal: boolean }> {
  const error = await host.warmUp(each.arn);
  if (error?.errorType === 'Runtime.CallbackHandlerDeprecated' && each.definition.runtime === undefined)
    return loadWithCallback(host, each, folder);
  if (error === undefined) return { problem: undefined, isFatal: false };
  const why = await loadProblem(each.definition, error);
  return {
    problem: `${each.place}: ${moduleName(each, folder)} could not be loaded: ${why}`,
    isFatal: error.errorType === 'Runtime.HandlerNotFound',
  };
}

/** Without a Runtime nobody has said that it is to be nodejs24.x: a callback is taken, with a word about it. */
async function loadWithCallback(host: FunctionsHost, each: DefinedFunction, folder: string): ReturnType<typeof load> {
  host.reload(each.arn, { runtime: 'nodejs22.x' });
  const result = await load(host, { ...each, definition: { ...each.definition, runtime: 'nodejs22.x' } }, folder);
  const notice = 'takes a callback: nodejs24.x refuses that on AWS; "Runtime": "nodejs22.x" takes it';
  return result.problem === undefined
    ? { ...result, problem: `${each.place}: ${moduleName(each, folder)} ${notice}` }
    : result;
}

function moduleName({ definition: { directory, file = '' } }: DefinedFunction, folder: string): string {
  const path = relative(folder, `${directory}${sep}${file}`);
  return path.startsWith('..') ? path : `.${sep}${path}`;
}
