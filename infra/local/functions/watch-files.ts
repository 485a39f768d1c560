import { watch, type FSWatcher } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';

export interface FilesWatch {
  /** From now on these, and no others. A path without its ending means whatever file begins so. */
  follow(paths: Iterable<string>): void;
  close(): void;
}

/**
 * Watches single files, wherever they lie, through the folders that hold them: an editor puts a new file in place of the old. A file
 * or its folder may be missing and come later. `onChange` may be called several times for one change.
 */
export function watchFiles(onChange: () => void): FilesWatch {
  let files: ReadonlySet<string> = new Set();
  const watchers = new Map<string, FSWatcher>();

  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  /** False when there is no such folder, or when the system watches no more. */
  const open = (folder: string): boolean => {
    if (watchers.has(folder)) return true;
    try {
      const watcher = watch(folder, { persistent: false }, (kind, name) => changed(folder, kind, name));
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
      return true;
    } catch {
      return false;
    }
  };

  const openAll = (): void => {
    const needed = new Set<string>();
    for (const folder of new Set([...files].map((file) => dirname(file)))) {
      if (open(folder)) needed.add(folder);
      // The one above tells when the folder is made anew; where that is missing, too, the nearest that is there.
      let above = dirname(folder);
      while (!open(above) && above !== dirname(above)) above = dirname(above);
      needed.add(above);
    }
    for (const folder of watchers.keys()) if (!needed.has(folder)) drop(folder);
  };

  const changed = (folder: string, kind: string, name: string | null): void => {
    const path = name === null ? undefined : join(folder, name);
    if (path === undefined || files.has(path) || files.has(withoutEnding(path))) return onChange();
    if (kind !== 'rename' || ![...files].some((file) => file.startsWith(path + sep))) return;
    // A folder has come or gone: what was watched under its name may be one that is gone.
    for (const each of watchers.keys()) drop(each);
    openAll();
    onChange();
  };

  return {
    follow(paths) {
      files = new Set(paths);
      openAll();
    },
    close() {
      files = new Set();
      openAll();
    },
  };
}

function withoutEnding(path: string): string {
  return path.slice(0, path.length - extname(path).length);
}
