import type { Finding } from './findings.ts';

const mega = 1_000_000;

interface Limit {
  readonly bytes: number;
  readonly whatToDo: string;
}

/** How much of each kind of file is read: several times what the largest are known to need. */
const limits = {
  table: { bytes: 10 * mega, whatToDo: 'put the branches into a file of their own (branches: branches.csv)' },
  branches: { bytes: 64 * mega, whatToDo: 'leave out branches that are not called, or make a table for each region' },
  // YAML takes some ten times as long as the others.
  yamlBranches: { bytes: 10 * mega, whatToDo: 'write so many branches as .csv or .geojson' },
} as const satisfies Record<string, Limit>;

export type SizedFile = keyof typeof limits;

/** The finding that refuses a file for its size in octets of UTF-8; `undefined` when it is small enough. */
export function tooLarge(kind: SizedFile, bytes: number, file?: string): Finding | undefined {
  const limit = limits[kind];
  if (bytes <= limit.bytes) return undefined;
  return {
    severity: 'error',
    code: 'file-too-large',
    path: '',
    message: `has ${(bytes / mega).toFixed(1)} MB, and ${limit.bytes / mega} MB are the most that is read: ${limit.whatToDo}`,
    ...(file === undefined ? {} : { file }),
  };
}
