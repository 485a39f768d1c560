import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runtimeError } from './error-body.mjs';

/** Lambda knows the first three; the rest are for functions that are run from their source. */
const endings = ['.mjs', '.cjs', '.js', '.mts', '.cts', '.ts'];

/**
 * Finds `<module>.<export>` under the task root as nodejs24.x does, or in `file` there.
 * Throws Runtime.ImportModuleError, Runtime.UserCodeSyntaxError, Runtime.HandlerNotFound, or what the module itself throws.
 */
export async function loadHandler(taskRoot, handlerName, { file, takesCallbacks }) {
  const dot = handlerName.lastIndexOf('.');
  const moduleName = handlerName.slice(0, Math.max(dot, 0));
  const exportName = handlerName.slice(dot + 1);
  const names = file === undefined ? endings.map((ending) => moduleName + ending) : [file];
  const path = names.map((name) => join(taskRoot, name)).find((each) => existsSync(each));
  if (dot < 1 || path === undefined) {
    throw runtimeError('Runtime.ImportModuleError', `Error: Cannot find module '${moduleName}' in ${taskRoot}`);
  }
  const handler = exportOf(await importModule(path), exportName);
  if (typeof handler !== 'function') {
    throw runtimeError('Runtime.HandlerNotFound', `${handlerName} is undefined or not exported`);
  }
  // Since nodejs24.x a third parameter is refused, called or not: ask-sdk-core's skillBuilder.lambda() has one.
  if (handler.length >= 3 && !takesCallbacks) {
    throw runtimeError(
      'Runtime.CallbackHandlerDeprecated',
      'callback-based function handlers are not supported by nodejs24.x: export an async function of (event, context)',
    );
  }
  return handler;
}

async function importModule(path) {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw runtimeError('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`, error);
    if (error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'MODULE_NOT_FOUND') {
      throw runtimeError('Runtime.ImportModuleError', `Error: ${error.message}`, error);
    }
    throw error;
  }
}

/** CommonJS whose exports Node cannot see ahead of running arrives as `default`. */
function exportOf(module, name) {
  return module[name] ?? module.default?.[name];
}
