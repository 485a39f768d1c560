import { watch } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from './within.ts';

/** A folder for the files of one program; `close` removes it. */
export interface ScratchFolder {
  readonly path: string;
  /** Absolute path of a file in it. */
  file(name: string): string;
  /** The text of a file in it; empty when there is none. */
  text(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function scratchFolder(): Promise<ScratchFolder> {
  const path = await mkdtemp(join(tmpdir(), 'interop-'));
  const file = (name: string): string => join(path, name);
  return {
    path,
    file,
    text: (name) => readFile(file(name), 'utf8').catch(() => ''),
    close: () => rm(path, { recursive: true, force: true }),
  };
}

export interface FolderWait {
  readonly folder: string;
  /** Looked at now and whenever a file of the folder changes. */
  readonly condition: () => Promise<boolean>;
  /** The condition in words, for the Error. */
  readonly what: string;
  readonly milliseconds: number;
}

/** Resolves as soon as the condition holds; rejects after that time, or when the condition rejects. */
export async function folderShows({ folder, condition, what, milliseconds }: FolderWait): Promise<void> {
  const shown = Promise.withResolvers<void>();
  const look = (): void => {
    condition().then((holds) => {
      if (holds) shown.resolve();
    }, shown.reject);
  };
  const watcher = watch(folder, look);
  try {
    look();
    await within(milliseconds, what, shown.promise);
  } finally {
    watcher.close();
  }
}
