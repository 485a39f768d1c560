import type { SourceFile } from '../../../../shared/ports/routing-table-store.ts';
import type { Position } from '../../findings.ts';
import { isMap, readBranchMap } from '../branch-map.ts';
import { BranchProblems } from '../branch-problems.ts';
import { linesOf } from '../../text-lines.ts';
import type { BranchFileReading } from '../read-branches.ts';
import type { JsonPart } from './json-parts.ts';
import { JsonText } from './json-text.ts';
import { readFeatures } from './read-features.ts';

/** Branches as JSON: a GeoJSON FeatureCollection (RFC 7946), or a map from ids to branches. */
export function readBranchJson({ name: file, text }: SourceFile): BranchFileReading {
  const problems = new BranchProblems(file);
  const content = parseJson(text.replace(/^\uFEFF/, ' '), problems);
  if (content === undefined) return { kind: 'invalid', findings: problems.findings };

  const json = new JsonText(text);
  reportRepeatedKeys(json, problems);
  if (problems.any) return { kind: 'invalid', findings: problems.findings };
  const isGeoJson = isMap(content.value) && typeof content.value['type'] === 'string';
  return isGeoJson
    ? readFeatures(content.value, { file, json })
    : readBranchMap(content.value, { file, locate: (path) => json.locate(path) });
}

/** `undefined` when it is no JSON; the problem has been told then. */
function parseJson(text: string, problems: BranchProblems): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.add({
      code: 'not-json',
      path: '',
      message: `no JSON: ${message.replace(/ in JSON at position \d+.*$/s, '')}`,
      position: () => positionOfSyntaxError(message, text),
    });
    return undefined;
  }
}

/** V8 says it in words; an unexpected end is told without a position. */
function positionOfSyntaxError(message: string, text: string): Position {
  const offset = /at position (\d+)/.exec(message)?.[1];
  return linesOf(text).positionOf(offset === undefined ? text.trimEnd().length : Number(offset));
}

/** Where branches are: a list of features in an object, and properties in each. Deeper, the schema takes nothing anyway. */
const deepestKeys = 4;

/** `JSON.parse` keeps the last of several members with one name, in silence: the others would be lost. */
function reportRepeatedKeys(json: JsonText, problems: BranchProblems): void {
  const check = (offset: number, depth: number): void => {
    const parts = json.partsAt(offset);
    if (depth < deepestKeys) for (const part of parts) check(part.valueOffset, depth + 1);
    // Items of a list are numbered.
    if (typeof parts[0]?.key === 'number') return;
    const seen = new Map<string | number, JsonPart>();
    for (const part of parts) {
      const first = seen.get(part.key);
      if (first === undefined) seen.set(part.key, part);
      else
        problems.add({
          code: 'key-twice',
          path: String(part.key),
          message: `is there twice, first in line ${json.positionOf(first.offset).line}: give it once`,
          position: () => json.positionOf(part.offset),
        });
    }
  };
  check(json.root, 0);
}
