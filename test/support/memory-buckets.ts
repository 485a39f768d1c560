import type { Buckets } from '../../infra/local/pstn-audio/storage/buckets.ts';

/** Buckets in memory: whatever they are called, they are there. */
export interface MemoryBuckets extends Buckets {
  /** By bucket and key, with a slash between. */
  readonly objects: Map<string, Uint8Array>;
  /** The files there are in a bucket, in the order in which they were written. */
  filesIn(bucket: string): Uint8Array[];
}

export function memoryBuckets(objects: Readonly<Record<string, Uint8Array>> = {}): MemoryBuckets {
  const map = new Map(Object.entries(objects));
  return {
    objects: map,
    read: (bucket, key) => Promise.resolve(map.get(`${bucket}/${key}`) ?? ('noSuchKey' as const)),
    write: (bucket, key, bytes) => {
      map.set(`${bucket}/${key}`, bytes);
      return Promise.resolve('written' as const);
    },
    folderOf: () => undefined,
    filesIn: (bucket) => [...map].filter(([name]) => name.startsWith(`${bucket}/`)).map(([, bytes]) => bytes),
  };
}
