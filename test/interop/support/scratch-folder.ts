import { watch } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
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
  names(): Promise<string[]>;
  /** Resolves as soon as the file's text matches; rejects after that many milliseconds. */
  holds(name: string, pattern: RegExp, milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function scratchFolder(): Promise<ScratchFolder> {
  const path = await mkdtemp(join(tmpdir(), 'interop-'));
  const file = (name: string): string => join(path, name);
  const text = (name: string): Promise<string> => readFile(file(name), 'utf8').catch(() => '');
  return {
    path,
    file,
    text,
    names: () => readdir(path),
    async holds(name, pattern, milliseconds) {
      const found = Promise.withResolvers<void>();
      const look = async (): Promise<void> => {
        if (pattern.test(await text(name))) found.resolve();
      };
      const watcher = watch(path, () => void look());
      try {
        await look();
        await within(milliseconds, `${file(name)} matches ${pattern}`, found.promise);
      } finally {
        watcher.close();
      }
    },
    close: () => rm(path, { recursive: true, force: true }),
  };
}
