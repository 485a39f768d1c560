import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { LocalFunction } from './local-function.ts';

/** The endings of modules, in the order in which the runtime looks for them. */
export const moduleEndings = ['.mjs', '.cjs', '.js', '.mts', '.cts', '.ts'] as const;

export type FoundModule =
  | ({ readonly kind: 'found' } & Required<Pick<LocalFunction, 'directory' | 'file' | 'handler'>>)
  | { readonly kind: 'problem'; readonly of: 'module' | 'handler'; readonly message: string };

/**
 * Finds the handler of a function that is not a built bundle: `module` is a file, with its ending or without, or a folder.
 * `handler` is what the file exports (`handler`, or `app.handler` as Lambda has it when the file is app.js), in a folder
 * `<module>.<export>`. The folder where the module lies is the task root, so that packages are found from there.
 */
export async function findModule(module: string, handler: string): Promise<FoundModule> {
  const dot = handler.lastIndexOf('.');
  const named = handler.slice(0, Math.max(dot, 0));
  const exported = handler.slice(dot + 1);

  if ((await kindOf(module)) === 'folder') {
    const there = await firstFile(join(module, named === '' ? 'index' : named));
    if (named === '') {
      const example = there === undefined ? '<module>' : 'index';
      return problem('handler', `must be "${example}.${exported}": it has to name a file in the folder, too`);
    }
    return there === undefined
      ? problem('handler', `names the module "${named}", but the folder has no ${named}.js, .mjs, .cjs or .ts`)
      : found(there, exported);
  }

  const file = (await kindOf(module)) === 'file' ? module : await firstFile(module);
  if (file === undefined) return problem('module', `there is no such file or folder: ${module}`);
  const name = basename(file, extname(file));
  return named === '' || basename(named) === name
    ? found(file, exported)
    : problem('handler', `names the module "${named}", but the file is ${basename(file)}: write "${name}.${exported}"`);
}

function found(path: string, exported: string): FoundModule {
  const file = basename(path);
  return { kind: 'found', directory: dirname(path), file, handler: `${basename(file, extname(file))}.${exported}` };
}

function problem(of: 'module' | 'handler', message: string): FoundModule {
  return { kind: 'problem', of, message };
}

async function firstFile(path: string): Promise<string | undefined> {
  for (const ending of moduleEndings) if ((await kindOf(path + ending)) === 'file') return path + ending;
  return undefined;
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const status = await stat(path);
    return status.isFile() ? 'file' : status.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}
