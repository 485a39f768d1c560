import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { BucketProblem } from './buckets.ts';
import { RecentBytes } from './recent-bytes.ts';

/** Amazon Chime SDK developer guide, play-audio. */
const maximumObjectBytes = 50 * 1024 * 1024;

/** Reads files of 50 MB at most, and one that has not changed but once, however many want it at the same time. */
export class FileReader {
  readonly #recent: RecentBytes;
  readonly #underWay = new Map<string, Promise<Uint8Array>>();

  constructor(cacheBytes: number) {
    this.#recent = new RecentBytes(cacheBytes);
  }

  /** The same bytes each time, until the file changes: nobody may change them. Rejects with the system's error. */
  async read(path: string): Promise<Uint8Array | BucketProblem> {
    // A pipe must not keep us waiting for somebody to write to it.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await file.stat({ bigint: true });
      if (!status.isFile()) return 'noSuchKey';
      if (status.size > maximumObjectBytes) return 'tooLarge';
      const version = `${status.ino} ${status.mtimeNs} ${status.size}`;
      return this.#recent.get(path, version) ?? (await this.#readOnce(path, version, () => file.readFile()));
    } finally {
      await file.close();
    }
  }

  async #readOnce(path: string, version: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const key = `${version} ${path}`;
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return underWay;
    const reading = read();
    this.#underWay.set(key, reading);
    try {
      const bytes = await reading;
      this.#recent.set(path, version, bytes);
      return bytes;
    } finally {
      this.#underWay.delete(key);
    }
  }
}
