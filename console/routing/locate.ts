import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from 'yaml';
import type { FilePath, Locate } from './findings.ts';

/** Finds positions in a document. A scalar is found by its value, all else by its key. */
export function locateIn(document: Document.Parsed, lines: LineCounter): Locate {
  return (path) => {
    const offset = offsetOf(document.contents, path);
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function offsetOf(root: Node | null, path: FilePath): number | undefined {
  let offset = root?.range?.[0];
  let node: unknown = root;
  for (const step of path) {
    const next = child(node, step);
    // Something that is missing is reported where it should be.
    if (next === undefined) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function child(
  node: unknown,
  step: string | number,
): { readonly node: unknown; readonly offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return isNode(item) ? { node: item, offset: item.range?.[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }: Pair) => String(isScalar(key) ? key.value : key) === String(step));
  if (pair === undefined) return undefined;
  const shown = isScalar(pair.value) && pair.value.source !== '' ? pair.value : pair.key;
  return { node: pair.value, offset: isNode(shown) ? shown.range?.[0] : undefined };
}
