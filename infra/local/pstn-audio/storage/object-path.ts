import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/**
 * Where an object lies below its bucket's folder; undefined when that would be outside, symbolic links followed. A key of S3 may
 * have empty parts, "." and ".."; a path cannot, and such a key is let through no more than one that leads outside.
 * Rejects with the system's error when the bucket's folder is not there.
 */
export async function objectPath(folder: string, key: string): Promise<string | undefined> {
  const parts = key.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\0\\]/.test(part))) return undefined;
  const root = await realpath(folder);
  const path = join(root, ...parts);
  const existing = await deepestExisting(path);
  return existing === root || existing.startsWith(root.endsWith(sep) ? root : root + sep) ? path : undefined;
}

async function deepestExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    // What cannot be looked into is for the caller to find out; what is not there yet is in the folder above.
    if (!isMissing(error) || dirname(path) === path) return path;
    return deepestExisting(dirname(path));
  }
}

/** Neither a file nor a folder is there. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The system's code: ENOENT and the like. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
