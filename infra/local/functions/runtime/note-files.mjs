import { realpathSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tellHost } from './host-channel.mjs';

/**
 * Notes which files are loaded from now on. What it returns ends that and tells the host those outside of the task root, once.
 * Given the error that loading ended with, it tells the file that was not found, too: it may come.
 */
export function noteFiles(taskRoot) {
  const files = new Set();
  // Node names files by where they really are.
  const root = realpathSync(taskRoot);
  // No `resolve`: its frames would push the developer's own line out of the stack trace of a module that is not found.
  const hooks = registerHooks({
    load(url, context, nextLoad) {
      if (url.startsWith('file:')) files.add(fileURLToPath(url));
      return nextLoad(url, context);
    },
  });
  let isTold = false;
  return (error) => {
    if (isTold) return;
    isTold = true;
    hooks.deregister();
    const missing = missingFile(error?.cause ?? error);
    if (missing !== undefined) files.add(missing);
    tellHost({ kind: 'loaded', files: [...files].filter((file) => isCodeOutside(root, file)) });
  };
}

/** Not in a package, nor in a folder whose name begins with a dot; where the task root itself lies does not count. */
function isCodeOutside(root, file) {
  const way = relative(root, dirname(file));
  const folders = way.split(sep);
  // Absolute: on another drive.
  if (folders[0] !== '..' && !isAbsolute(way)) return false;
  return !folders.some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '..'));
}

/** An import says which URL it wanted; `require` what was written and where, and that may lack its ending. */
function missingFile(error) {
  if (error?.code === 'ERR_MODULE_NOT_FOUND')
    return error.url?.startsWith('file:') ? fileURLToPath(error.url) : undefined;
  if (error?.code !== 'MODULE_NOT_FOUND') return undefined;
  const requirer = error.requireStack?.[0];
  const [, wanted] = /^Cannot find module '(\.{0,2}\/[^'\n]+)'/u.exec(error.message) ?? [];
  return requirer === undefined || wanted === undefined ? undefined : resolve(dirname(requirer), wanted);
}
