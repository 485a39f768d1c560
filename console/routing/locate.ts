import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { FilePath, Locate } from './findings.ts';

/**
 * Finds positions in a document. A scalar is found by its value, all else by its key; what an alias stands for is found
 * where the alias is. Nothing is looked up before it is asked for, and no map is searched twice.
 */
export function locateIn(document: Document.Parsed, lines: LineCounter): Locate {
  const keys = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (path) => {
    const offset = offsetOf(document.contents, path, keys);
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

type Pair = YAMLMap['items'][number];
type Keys = WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;

function offsetOf(root: Node | null, path: FilePath, keys: Keys): number | undefined {
  let offset = root?.range?.[0];
  let node: unknown = root;
  for (const step of path) {
    const next = child(node, step, keys);
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
  keys: Keys,
): { readonly node: unknown; readonly offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return isNode(item) ? { node: item, offset: item.range?.[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = pairsOf(node, keys).get(String(step));
  if (pair === undefined) return undefined;
  const byValue = isAlias(pair.value) || (isScalar(pair.value) && pair.value.source !== '');
  const shown = byValue ? pair.value : pair.key;
  return { node: pair.value, offset: isNode(shown) ? shown.range?.[0] : undefined };
}

function pairsOf(map: YAMLMap, keys: Keys): ReadonlyMap<string, Pair> {
  const known = keys.get(map);
  if (known !== undefined) return known;
  const pairs = new Map(map.items.map((pair) => [isScalar(pair.key) ? keyName(pair.key) : '', pair]));
  keys.set(map, pairs);
  return pairs;
}

/** A key as an object in JavaScript has it: always text. */
export function keyName({ value }: Scalar): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;
}
