import * as z from 'zod';
import { branchSchema, type FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import { idSchema } from '../../../../shared/contracts/table-file/parts.ts';
import { describePath, type FilePath } from '../../findings.ts';
import { schemaProblems } from '../../schema-findings.ts';
import { isMap } from '../branch-map.ts';
import { BranchProblems } from '../branch-problems.ts';
import type { BranchFileReading } from '../read-branches.ts';
import { branchOfFeature, pathInFeature } from './branch-of-feature.ts';
import type { JsonText } from './json-text.ts';

interface FeaturesScope {
  readonly file: string;
  readonly json: JsonText;
}

/** Branches as the point features of a FeatureCollection (RFC 7946 §3.3). */
export function readFeatures(content: unknown, { file, json }: FeaturesScope): BranchFileReading {
  const problems = new BranchProblems(file);
  const report = (code: string, path: FilePath, message: string): void =>
    problems.add({ code, path: describePath(path), message, position: () => json.locate(path) });

  const features = featuresOf(content, report);
  const { entries, indexes } = readEach(features, {
    report,
    lineOf: (index) => json.locate(['features', index]).line,
  });
  if (problems.any) return { kind: 'invalid', findings: problems.findings };
  return {
    kind: 'read',
    entries,
    locate: (id, field) => {
      const index = indexes.get(id);
      if (index === undefined) return undefined;
      const path = field === undefined ? [] : pathInFeature([field]);
      return { file, ...json.locate(['features', index, ...path]) };
    },
  };
}

type Report = (code: string, path: FilePath, message: string) => void;

interface EachScope {
  readonly report: Report;
  readonly lineOf: (index: number) => number;
}

function featuresOf(content: unknown, report: Report): readonly unknown[] {
  const collection = collectionSchema.safeParse(content);
  for (const { code, path, message } of schemaProblems(collection.error?.issues ?? [])) report(code, path, message);
  return collection.data?.features ?? [];
}

const collectionSchema = z.object({
  type: z.literal('FeatureCollection', {
    error: 'must be "FeatureCollection": a list of features, one for each branch',
  }),
  features: z.array(z.unknown(), {
    error: (issue) => (issue.input === undefined ? 'is missing: the list of features' : 'must be a list of features'),
  }),
  // The GeoJSON of 2008 could have others; RFC 7946 §4 has longitude and latitude in WGS 84 alone.
  crs: z
    .unknown()
    .optional()
    .refine(
      (crs) => crs === undefined || crs === null || /CRS84|EPSG:{1,2}4326/.test(JSON.stringify(crs)),
      'is another coordinate system: write the file with longitude and latitude in WGS 84 (RFC 7946)',
    ),
});

function readEach(
  features: readonly unknown[],
  { report, lineOf }: EachScope,
): { readonly entries: ReadonlyMap<string, FileBranch>; readonly indexes: ReadonlyMap<string, number> } {
  const entries = new Map<string, FileBranch>();
  const indexes = new Map<string, number>();
  for (const [index, feature] of features.entries()) {
    const at = ['features', index];
    if (!isMap(feature) || feature['type'] !== 'Feature') {
      report('invalid-value', at, 'must be a feature: {"type": "Feature", "geometry": …, "properties": …}');
      continue;
    }
    const { id, branch, problems } = branchOfFeature(feature);
    for (const { code, path, message } of problems) report(code, [...at, ...path], message);
    const key = idSchema.safeParse(id.value);
    for (const { code, message } of schemaProblems(key.error?.issues ?? [])) report(code, [...at, ...id.path], message);
    const read = branchSchema.safeParse(branch);
    for (const { code, path, message } of schemaProblems(read.error?.issues ?? []))
      report(code, [...at, ...pathInFeature(path)], message);
    if (key.data === undefined) continue;
    const earlier = indexes.get(key.data);
    if (earlier !== undefined)
      report(
        'branch-id-twice',
        [...at, ...id.path],
        `"${key.data}" is the id of features[${earlier}] in line ${lineOf(earlier)} too: give each its own`,
      );
    else indexes.set(key.data, index);
    if (read.data !== undefined) entries.set(key.data, read.data);
  }
  return { entries, indexes };
}
