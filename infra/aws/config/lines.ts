import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from 'yaml';
import type { FieldPath } from './problem.ts';

/** The line that a field stands in; of one that is missing, the line of what it is missing from. */
export function lineOf(document: Document.Parsed, lines: LineCounter, path: FieldPath): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    const [next, place] = stepInto(node, step);
    if (!isNode(place)) break;
    offset = place.range?.[0] ?? offset;
    node = next;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/** What stands at a step, and what to point at: keys of a map, items of a list. */
function stepInto(node: unknown, step: string | number): readonly [node: unknown, place: unknown] {
  if (isSeq(node) && typeof step === 'number') return [node.items[step], node.items[step]];
  if (!isMap(node)) return [undefined, undefined];
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return [pair?.value, pair?.key];
}
