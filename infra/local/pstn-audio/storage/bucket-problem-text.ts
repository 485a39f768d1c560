import type { BucketProblem, Buckets } from './buckets.ts';

/** What is wrong with an object, for developers: which it is, where it was looked for, and what to do. AWS's words tell none of it. */
export function bucketProblemText(
  problem: BucketProblem,
  { bucket, key }: { readonly bucket: string; readonly key: string },
  buckets: Pick<Buckets, 'folderOf'>,
): string {
  const folder = buckets.folderOf(bucket);
  const object = `"${key}" in bucket "${bucket}"${folder === undefined ? '' : ` (${folder})`}`;
  return `${object}: ${reasons[problem]}`;
}

const reasons: Readonly<Record<BucketProblem, string>> = {
  noSuchBucket:
    'there is no such bucket; name it and its folder under Buckets in the configuration, and create the folder',
  noSuchKey: "there is no such file in the bucket's folder",
  notAllowed: "the file may not be read or written, or lies outside the bucket's folder",
  tooLarge: 'the file is larger than 50 MB',
  failed: 'the file could not be read or written',
};
