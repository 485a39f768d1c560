import { isJsonList, isJsonMap, type JsonMap } from './json-value.ts';
import type { Json, Path, TableEdit } from './table-edit.ts';

/** An edit to what a file says, wherever it stands in the text. */
export type ContentEdit = Extract<TableEdit, { op: 'set' | 'remove' | 'insert' | 'move' | 'rename' }>;

/** The edit does not fit what is there: a list has no such place, a key is not there, or is taken. Nothing was changed. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused';
}

/**
 * The value with one change. What is not on the way is the same object as before, so that a view of 10,000 rules draws one again.
 * @throws EditRefused
 */
export function editJson(root: Json, edit: ContentEdit): Json {
  switch (edit.op) {
    case 'set':
      return at(root, edit.path, () => edit.value);
    case 'remove':
      return isThere(root, edit.path) ? without(root, edit.path) : root;
    case 'insert':
      return at(root, edit.path, (list) => inserted(listOf(list), edit.at, edit.value));
    case 'move':
      return at(root, edit.path, (list) => moved(listOf(list), edit.from, edit.to));
    case 'rename':
      return at(root, edit.path, (map) => renamed(map, edit.from, edit.to));
  }
}

/** What stands there; `undefined`: nothing does. */
export function valueAt(root: Json | undefined, path: Path): Json | undefined {
  let value = root;
  for (const step of path) {
    if (isJsonList(value)) value = typeof step === 'number' ? value[step] : undefined;
    else if (isJsonMap(value) && Object.hasOwn(value, String(step))) value = value[String(step)];
    else return undefined;
  }
  return value;
}

function isThere(root: Json, path: Path): boolean {
  return valueAt(root, path) !== undefined;
}

/** Maps on the way are made where nothing stands, or an empty value: "menu:" with nothing behind it. */
function at(value: Json | undefined, path: Path, change: (value: Json | undefined) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (isJsonList(value)) {
    const index = placeIn(value, step, value.length - 1);
    return value.with(index, at(value[index], rest, change));
  }
  const map = mapOf(value);
  const key = keyOf(step);
  return { ...map, [key]: at(Object.hasOwn(map, key) ? map[key] : undefined, rest, change) };
}

function without(root: Json, path: Path): Json {
  const step = path.at(-1);
  if (step === undefined) throw new EditRefused('the file itself cannot be removed');
  return at(root, path.slice(0, -1), (parent) => {
    if (isJsonList(parent)) return parent.toSpliced(Number(step), 1);
    const { [String(step)]: _removed, ...others } = mapOf(parent);
    return others;
  });
}

export function inserted<T>(list: readonly T[], place: number, item: T): readonly T[] {
  return list.toSpliced(placeIn(list, place, list.length), 0, item);
}

export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[placeIn(list, from, list.length - 1)] as T;
  return list.toSpliced(from, 1).toSpliced(placeIn(list, to, list.length - 1), 0, item);
}

function renamed(map: Json | undefined, from: string, to: string): Json {
  const entries = Object.entries(mapOf(map));
  if (!entries.some(([key]) => key === from)) throw new EditRefused('the key to rename is not there');
  if (from === to) return mapOf(map);
  if (entries.some(([key]) => key === to)) throw new EditRefused('the new key is there already');
  return Object.fromEntries(entries.map(([key, value]) => [key === from ? keyOf(to) : key, value]));
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  if (!isJsonList(value)) throw new EditRefused('there is no list here');
  return value;
}

function mapOf(value: Json | undefined): JsonMap {
  if (value === undefined || value === null) return {};
  if (!isJsonMap(value)) throw new EditRefused('there is no map here');
  return value;
}

function placeIn(list: readonly unknown[], step: string | number, last: number): number {
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 0 || step > last || list.length < step)
    throw new EditRefused('the list has no such place');
  return step;
}

/** JavaScript's own: what is set under it would be lost without a word. */
function keyOf(step: string | number): string {
  if (step === '__proto__') throw new EditRefused('this key cannot be used');
  return String(step);
}
