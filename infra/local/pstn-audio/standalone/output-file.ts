import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** A file that grows. */
export interface OutputFile {
  /** False when the disk is so far behind that this was thrown away. */
  write(bytes: Uint8Array | string): boolean;
  /** Resolves when all is on the disk. Rejects with the system's error when something could not be written. */
  close(): Promise<void>;
}

export interface OutputFileOptions {
  /** `append` to what there is, or begin anew. */
  readonly mode: 'append' | 'replace';
  /** How much may wait for the disk, in bytes; default 64 MiB. */
  readonly mostWaiting?: number;
}

/**
 * Opens a file for writing; rejects with the system's error when it cannot be had. A new one may be read by its owner only: what is
 * written is personal. One that is there keeps its permissions.
 */
export async function openOutputFile(
  path: string,
  { mode, mostWaiting = 64 * 1024 * 1024 }: OutputFileOptions,
): Promise<OutputFile> {
  const stream = createWriteStream(path, { flags: mode === 'append' ? 'a' : 'w', mode: 0o600 });
  await once(stream, 'open');
  let failure: Error | undefined;
  // A full disk must not end calls.
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    write(bytes) {
      if (failure !== undefined || stream.writableLength > mostWaiting) return false;
      stream.write(bytes);
      return true;
    },
    async close() {
      if (failure !== undefined) throw failure;
      stream.end();
      await finished(stream);
    },
  };
}
