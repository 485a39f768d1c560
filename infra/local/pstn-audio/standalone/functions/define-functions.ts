import { findModule } from '../../../functions/find-module.ts';
import { readFunctionArn } from '../../../functions/function-names.ts';
import type { LocalFunction } from '../../../functions/local-function.ts';
import type { FunctionConfig } from '../../config/function.ts';

/** A function of the configuration, and how messages call it. */
export interface DefinedFunction {
  /** Such as `Functions[0]`. */
  readonly place: string;
  readonly arn: string;
  readonly definition: LocalFunction;
}

export interface FunctionDefinitions {
  readonly functions: readonly DefinedFunction[];
  /** Modules and handlers that are not there, a line each. */
  readonly problems: readonly string[];
}

/** Finds the modules of a configuration's functions; loads none. */
export async function defineFunctions(functions: readonly FunctionConfig[]): Promise<FunctionDefinitions> {
  const defined: DefinedFunction[] = [];
  const problems: string[] = [];
  for (const [index, each] of functions.entries()) {
    const { FunctionArn: arn, Module, Handler, Runtime } = each;
    const place = `Functions[${index}]`;
    const found = await findModule(Module, Handler);
    if (found.kind === 'problem') {
      problems.push(`${place}.${found.of === 'module' ? 'Module' : 'Handler'}: ${found.message}`);
      continue;
    }
    const { directory, file, handler } = found;
    const definition = {
      name: readFunctionArn(arn)?.name ?? arn,
      arn,
      directory,
      file,
      handler,
      timeoutSeconds: each.Timeout,
      memoryMegabytes: each.MemorySize,
      environment: each.Environment,
      ...(Runtime === undefined ? {} : { runtime: Runtime }),
    };
    defined.push({ place, arn, definition });
  }
  return { functions: defined, problems };
}
