import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { BucketProblem, Buckets } from './buckets.ts';
import { codeOf, isMissing, objectPath } from './object-path.ts';
import { FileReader } from './file-reader.ts';

export interface FolderBucketsOptions {
  /** Names the files that are being written. */
  readonly ids: Ids;
  /** Objects are kept in memory up to this many bytes in all; default 64 MiB. */
  readonly cacheBytes?: number;
}

/**
 * Buckets that are folders: an object lies where its key says, parted by slashes, and nothing outside the folder is read or
 * written. An object that has not changed is read once, and the same bytes are handed over again: nobody may change them.
 * @param folders by name of the bucket.
 */
export function folderBuckets(
  folders: ReadonlyMap<string, string>,
  { ids, cacheBytes = 64 * 1024 * 1024 }: FolderBucketsOptions,
): Buckets {
  const files = new FileReader(cacheBytes);

  const within = async <Result>(
    bucket: string,
    key: string,
    act: (path: string) => Promise<Result | BucketProblem>,
  ): Promise<Result | BucketProblem> => {
    const folder = folders.get(bucket);
    if (folder === undefined) return 'noSuchBucket';
    let path: string | undefined;
    try {
      path = await objectPath(folder, key);
    } catch (error) {
      return isMissing(error) ? 'noSuchBucket' : problemOf(error);
    }
    try {
      return path === undefined ? 'notAllowed' : await act(path);
    } catch (error) {
      return problemOf(error);
    }
  };

  return {
    read: (bucket, key) => within(bucket, key, (path) => files.read(path)),
    write: (bucket, key, bytes) => within(bucket, key, (path) => write(path, bytes, ids)),
    folderOf: (bucket) => folders.get(bucket),
  };
}

/** Under another name first: whoever looks finds the whole object or none. */
async function write(path: string, bytes: Uint8Array, ids: Ids): Promise<'written'> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = join(dirname(path), `.${basename(path).slice(0, 100)}.${ids.uuid()}`);
  try {
    await writeFile(unfinished, bytes, { flag: 'wx' });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return 'written';
}

function problemOf(error: unknown): BucketProblem {
  if (isMissing(error)) return 'noSuchKey';
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '') ? 'notAllowed' : 'failed';
}
