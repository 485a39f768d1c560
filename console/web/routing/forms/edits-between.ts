import type { Json, Path, TableEdit } from '../../workbench/table-edit.ts';
import { sameJson } from './same-json.ts';

type JsonMap = { readonly [key: string]: Json };

/**
 * The fewest changes that make one value of the other, so that the file keeps the comments and the order of everything that a
 * form has not touched. `undefined`: it is not there.
 */
export function editsBetween(path: Path, before: Json | undefined, after: Json | undefined): readonly TableEdit[] {
  if (sameJson(before, after)) return [];
  if (after === undefined) return [{ op: 'remove', path }];
  if (isList(before) && isList(after)) return editsOfList(path, before, after);
  if (isMap(before) && isMap(after)) return editsOfMap(path, before, after);
  return [{ op: 'set', path, value: after }];
}

function editsOfMap(path: Path, before: JsonMap, after: JsonMap): readonly TableEdit[] {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const come = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const kept = Object.keys(after).filter((key) => Object.hasOwn(before, key));
  // Nothing of it is left: a map that somebody wrote in one line stays in one line.
  if (kept.length === 0 && gone.length !== 1) return [{ op: 'set', path, value: after }];
  const inner = kept.flatMap((key) => editsBetween([...path, key], before[key], after[key]));
  const [from, to] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined)
    if (sameJson(before[from], after[to])) return [...inner, { op: 'rename', path, from, to }];
  return [
    ...inner,
    ...gone.map((key): TableEdit => ({ op: 'remove', path: [...path, key] })),
    ...come.flatMap((key): TableEdit[] => {
      const value = after[key];
      return value === undefined ? [] : [{ op: 'set', path: [...path, key], value }];
    }),
  ];
}

function editsOfList(path: Path, before: readonly Json[], after: readonly Json[]): readonly TableEdit[] {
  const moved = moveBetween(before, after);
  if (moved !== undefined) return [{ op: 'move', path, ...moved }];
  if (before.length === after.length)
    return before.flatMap((each, index) => editsBetween([...path, index], each, after[index]));

  const first = before.findIndex((each, index) => index >= after.length || !sameJson(each, after[index]));
  const start = first < 0 ? before.length : first;
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter - start && sameJson(before.at(-1 - same), after.at(-1 - same))) same += 1;
  if (start + same < shorter || after.length === 0) return [{ op: 'set', path, value: after }];
  if (after.length > before.length)
    return after
      .slice(start, after.length - same)
      .map((value, index): TableEdit => ({ op: 'insert', path, at: start + index, value }));
  // From the end, so that the indexes still hold.
  return Array.from({ length: before.length - after.length }, (_, index): TableEdit => ({
    op: 'remove',
    path: [...path, before.length - same - 1 - index],
  }));
}

/** The one move that makes one list of the other, if one does. */
function moveBetween(
  before: readonly Json[],
  after: readonly Json[],
): { readonly from: number; readonly to: number } | undefined {
  if (before.length !== after.length) return undefined;
  const first = before.findIndex((each, index) => !sameJson(each, after[index]));
  const last = before.findLastIndex((each, index) => !sameJson(each, after[index]));
  if (first < 0 || first === last) return undefined;
  return [
    { from: first, to: last },
    { from: last, to: first },
  ].find(({ from, to }) => sameJson(moved(before, from, to), after));
}

/** The list with one item elsewhere: `to` is the index that it has afterwards. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
