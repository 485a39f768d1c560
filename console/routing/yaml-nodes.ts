import { isAlias, isMap, isNode, isScalar, isSeq, type Alias, type LineCounter, type Node, type YAMLMap } from 'yaml';
import { describePath, type FilePath, type Finding, type Position } from './findings.ts';
import { keyName } from './locate.ts';

/**
 * How many values aliases may stand for, all together. A table of 10 MB has about a million values; a few lines of
 * aliases of aliases can stand for billions.
 */
const mostAliasedValues = 2_000_000;

/** Deeper than any table. */
const deepest = 50;

/** Finds keys that are there twice, keys that are no text or cannot be read, and aliases that lead nowhere, into themselves, or to far too much. */
export function checkNodes(root: Node, lines: LineCounter): readonly Finding[] {
  const findings: Finding[] = [];
  /** By anchor, how many values its node stands for; `undefined` while they are being counted. */
  const anchored = new Map<string, number | undefined>();
  let aliased = 0;

  const report = (code: string, node: unknown, path: FilePath, message: string): void => {
    findings.push({ severity: 'error', code, path: describePath(path), ...positionOf(node, lines), message });
  };

  const count = (node: unknown, path: FilePath): number => {
    if (path.length > deepest) {
      findings.push(nestedTooDeeply(positionOf(node, lines)));
      return 1;
    }
    if (isAlias(node)) return countAlias(node, path);
    const anchor = isScalar(node) || isSeq(node) || isMap(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchored.set(anchor, undefined);
    let values = 1;
    if (isSeq(node)) for (const [index, item] of node.items.entries()) values += count(item, [...path, index]);
    if (isMap(node)) values += countPairs(node, path);
    if (anchor !== undefined) anchored.set(anchor, values);
    return values;
  };

  const countAlias = (alias: Alias, path: FilePath): number => {
    const { source } = alias;
    const values = anchored.get(source);
    if (values !== undefined) {
      aliased += values;
      return values;
    }
    report(
      'alias-unresolved',
      alias,
      path,
      anchored.has(source)
        ? `the alias *${source} refers to itself: write out what it stands for`
        : `the alias *${source} refers to nothing: &${source} must come before it`,
    );
    return 1;
  };

  const countPairs = (map: YAMLMap, path: FilePath): number => {
    const seen = new Map<string, unknown>();
    let values = 0;
    for (const { key, value } of map.items) {
      if (!isScalar(key)) {
        report('invalid-key', key, path, 'has a key that is a list, a map or an alias: keys are text');
        continue;
      }
      const name = keyName(key);
      // JavaScript's own: what stands under it would be lost without a word.
      if (name === '__proto__')
        report('key-reserved', key, path, 'has the key "__proto__", which cannot be read: rename it');
      else if (seen.has(name)) {
        const { line } = positionOf(seen.get(name), lines);
        report('key-twice', key, [...path, name], `is there twice, first in line ${line}: give it once`);
      } else seen.set(name, key);
      values += count(value, [...path, name]);
    }
    return values;
  };

  count(root, []);
  if (aliased > mostAliasedValues)
    report(
      'aliases-too-many',
      root,
      [],
      `the YAML aliases stand for more than ${mostAliasedValues.toLocaleString('en-US')} values, all together: write out what they stand for`,
    );
  return findings;
}

/** Somewhere in what has more levels than are looked at. */
export function nestedTooDeeply({ line, column }: Position): Finding {
  const message = `has more than ${deepest} levels here: no table needs so many`;
  return { severity: 'error', code: 'nested-too-deeply', path: '', line, column, message };
}

export function positionAt(offset: number, lines: LineCounter): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function positionOf(node: unknown, lines: LineCounter): Position {
  return positionAt(isNode(node) ? (node.range?.[0] ?? 0) : 0, lines);
}
