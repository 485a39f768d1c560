/** Why an object could not be read or written. */
export type BucketProblem = 'noSuchBucket' | 'noSuchKey' | 'notAllowed' | 'tooLarge' | 'failed';

/** Prompts are read from buckets, recordings written to them. On one machine a bucket is a folder. */
export interface Buckets {
  /** The whole object, 50 MB at most (Amazon Chime SDK developer guide, play-audio). Never rejects. */
  read(bucket: string, key: string): Promise<Uint8Array | BucketProblem>;
  /** Writes an object whole or not at all. Never rejects. */
  write(bucket: string, key: string, bytes: Uint8Array): Promise<'written' | BucketProblem>;
  /** The folder that a bucket is, for messages; undefined when there is no such bucket, or it is none. */
  folderOf(bucket: string): string | undefined;
}

/** No buckets at all. */
export const noBuckets: Buckets = {
  read: () => Promise.resolve('noSuchBucket'),
  write: () => Promise.resolve('noSuchBucket'),
  folderOf: () => undefined,
};
