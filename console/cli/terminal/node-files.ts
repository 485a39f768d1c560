import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Files } from '../workplace.ts';

/** The files of this machine. Relative paths start at `from`. */
export function nodeFiles(ids: Ids, from: string): Files {
  const at = (path: string): string => resolve(from, path);
  return {
    read: (path) => readFile(at(path), 'utf8'),
    lines: (path) => linesOf(at(path)),
    size: async (path) => (await stat(at(path))).size,
    exists: async (path) => (await stat(at(path)).catch(() => undefined)) !== undefined,
    async write(name, text) {
      const path = at(name);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      // A rename within a folder replaces the file in one step (POSIX rename).
      const draft = join(folder, `.${basename(path)}.${ids.uuid()}`);
      try {
        await writeFile(draft, text, { flag: 'wx' });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** In characters; what is longer is no line that anybody wrote, and is handed over in pieces. */
const longestLine = 1_000_000;

/** Much quicker than node:readline for a hundred thousand lines, and as sparing. A byte order mark is dropped. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: string | undefined;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const text = String(chunk);
    const lines = (rest === undefined ? text.replace(/^\uFEFF/, '') : `${rest}${text}`).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    if (rest.length > longestLine) {
      yield rest;
      rest = '';
    }
  }
  if (rest !== undefined && rest !== '') yield rest;
}
