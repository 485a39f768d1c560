import type { SizedFile } from '../text-size.ts';

export const branchFileFormats = ['csv', 'geojson', 'yaml'] as const;
export type BranchFileFormat = (typeof branchFileFormats)[number];

/** By the end of a file's name. A .json file is written as GeoJSON, and read as a map from ids to branches too. */
export function branchFileFormatOf(name: string): BranchFileFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'csv') return 'csv';
  if (ending === 'geojson' || ending === 'json') return 'geojson';
  return ending === 'yaml' || ending === 'yml' ? 'yaml' : undefined;
}

/** Which limit on its size holds for a branch file of that name. */
export function branchFileSize(name: string): SizedFile {
  return branchFileFormatOf(name) === 'yaml' ? 'yamlBranches' : 'branches';
}
