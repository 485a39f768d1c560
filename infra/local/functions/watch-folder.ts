import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import { moduleEndings } from './find-module.ts';
import { watchFiles } from './watch-files.ts';

export interface FolderWatch {
  /** Code outside of the folder that counts, too: these files, from now on, and no others. */
  follow(files: Iterable<string>): void;
  close(): void;
}

export interface FolderWatchOptions {
  readonly timers: Timers;
  /** Code in the folder has changed, or a file that is followed. */
  readonly onChange: () => void;
}

/** An editor writes a file in several steps, and a compiler many files: they are one change. */
const quietMilliseconds = 100;
/** A folder with more in it is not one that somebody keeps functions in. */
const mostFolders = 2000;

/**
 * Watches code (modules and JSON) in a folder and below, without node_modules and what begins with a dot. Other files may come
 * and go: recordings, logs. Links are not followed.
 */
export async function watchFolder(folder: string, { timers, onChange }: FolderWatchOptions): Promise<FolderWatch> {
  const watchers = new Map<string, FSWatcher>();
  let timer: Timer | undefined;
  let closed = false;

  const drop = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };

  const changeSoon = (): void => {
    timer?.cancel();
    if (!closed) timer = timers.after(quietMilliseconds, onChange);
  };

  const open = (path: string, onEvent: (kind: string, name: string | null) => void): void => {
    const watcher = watch(path, { persistent: false }, onEvent);
    watcher.on('error', () => drop(path));
    watchers.set(path, watcher);
  };

  /** Resolves false when it is no folder, or gone again, or when the system watches no more. */
  const add = async (path: string): Promise<boolean> => {
    if (closed || watchers.has(path) || watchers.size >= mostFolders) return false;
    try {
      open(path, (kind, name) => changed(path, kind, name));
      const entries = await readdir(path, { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory() && !isSkipped(entry.name));
      await Promise.all(folders.map(async ({ name }) => add(join(path, name))));
      return true;
    } catch {
      drop(path);
      return false;
    }
  };

  /** A folder may have been made anew under its old name: what was watched is the one that is gone. */
  const addAnew = async (path: string): Promise<void> => {
    drop(path);
    if (await add(path)) changeSoon();
  };

  const changed = (path: string, kind: string, name: string | null): void => {
    if (name === null || isCode(name)) changeSoon();
    else if (kind === 'rename' && !isSkipped(name)) void addAnew(join(path, name));
  };

  await add(folder);
  // Compilers remove the whole folder and write it again.
  try {
    open(dirname(folder), (_kind, name) => void (name === basename(folder) && addAnew(folder)));
  } catch {
    // The root of the file system, or not ours to look at.
  }
  const outside = watchFiles(changeSoon);
  return {
    follow: (files) => {
      if (!closed) outside.follow(files);
    },
    close() {
      closed = true;
      timer?.cancel();
      outside.close();
      for (const path of watchers.keys()) drop(path);
    },
  };
}

function isCode(name: string): boolean {
  return ['.json', ...moduleEndings].includes(extname(name));
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
