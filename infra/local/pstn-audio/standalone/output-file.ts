import { ftruncateSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** A file that grows. */
export interface OutputFile {
  /** False when the disk is so far behind that this was thrown away. */
  write(bytes: Uint8Array | string): boolean;
  /** Resolves when all is on the disk. Rejects with the system's error when something could not be written. */
  close(): Promise<void>;
}

export interface OutputFileOptions {
  /** `append` to what there is, or begin anew with the first write: until then it stays as it was. */
  readonly mode: 'append' | 'replace';
  /** How much may wait for the disk, in bytes; default 64 MiB. */
  readonly mostWaiting?: number;
  /** Told at once, and once, of a disk that fails; nothing more is written then. */
  readonly onFailure?: (error: Error) => void;
}

/**
 * Opens a file for writing; rejects with the system's error when it cannot be had. A new one may be read by its owner only: what is
 * written is personal. One that is there keeps its permissions.
 */
export async function openOutputFile(
  path: string,
  { mode, mostWaiting = 64 * 1024 * 1024, onFailure }: OutputFileOptions,
): Promise<OutputFile> {
  const handle = await open(path, 'a', 0o600);
  // A pipe or a device cannot be emptied.
  let toEmpty = mode === 'replace' && (await handle.stat()).isFile();
  const stream = handle.createWriteStream();
  let failure: Error | undefined;
  // A full disk must not end calls.
  stream.on('error', (error) => {
    if (failure !== undefined) return;
    failure = error;
    onFailure?.(error);
  });
  return {
    write(bytes) {
      if (failure !== undefined || stream.writableLength > mostWaiting) return false;
      if (toEmpty) ftruncateSync(handle.fd);
      toEmpty = false;
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
