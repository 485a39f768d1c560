import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { keyName } from '../../../routing/locate.ts';
import { EditRefused, inserted, moved, type ContentEdit } from '../edit-json.ts';
import type { Path } from '../table-edit.ts';
import { newNode, nodeBeside, nodeSaying } from './merge-node.ts';

/**
 * Changes a document as `editJson` changes its value. Comments, order, quotes and style of what is not changed stay.
 * @throws EditRefused
 */
export function editDocument(document: Document, edit: ContentEdit): void {
  switch (edit.op) {
    case 'set':
      change(document, edit.path, (old) => nodeSaying(edit.value, old, document));
      return;
    case 'remove':
      remove(document, edit.path);
      return;
    case 'insert':
      change(document, edit.path, (old) => {
        const list = isEmpty(old) ? nodeSaying([], old, document) : old;
        if (!isSeq(list)) throw new EditRefused('there is no list here');
        if (list.items.length === 0) list.flow = typeof edit.value !== 'object';
        list.items = [...inserted(list.items, edit.at, nodeBeside(list.items[0], edit.value, document))];
        return list;
      });
      return;
    case 'move':
      change(document, edit.path, (list) => {
        if (!isSeq(list)) throw new EditRefused('there is no list here');
        list.items = [...moved(list.items, edit.from, edit.to)];
        return list;
      });
      return;
    case 'rename':
      rename(document, edit);
  }
}

/** Writes out what aliases stand for: an edit changes one place, not all that share it. */
export function writeOutAliases(document: Document): void {
  visit(document, {
    Alias: (_key, node) => (node.resolve(document)?.clone() as Node | undefined) ?? document.createNode(null),
  });
  // Afterwards: aliases are found by them.
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}

function change(document: Document, path: Path, replace: (old: Node | undefined) => Node): void {
  const [step, ...rest] = path;
  if (step === undefined) {
    document.contents = replace(document.contents ?? undefined) as typeof document.contents;
    return;
  }
  const root = isEmpty(document.contents ?? undefined) ? newNode({}, document) : document.contents;
  document.contents = root;
  changeIn(document, root, [step, ...rest], replace);
}

function changeIn(document: Document, parent: unknown, path: Path, replace: (old: Node | undefined) => Node): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  const place = placeOf(document, parent, step);
  if (rest.length === 0) {
    place.put(replace(place.value));
    return;
  }
  const value = isEmpty(place.value) ? nodeSaying({}, place.value, document) : place.value;
  if (value !== place.value) place.put(value as Node);
  if (isMap(value) && value.items.length === 0) value.flow = false;
  changeIn(document, value, rest, replace);
}

interface Place {
  readonly value: Node | undefined;
  put(value: Node): void;
}

function placeOf(document: Document, parent: unknown, step: string | number): Place {
  if (isSeq(parent)) {
    if (typeof step !== 'number' || step >= parent.items.length) throw new EditRefused('the list has no such place');
    const item = parent.items[step];
    return { value: isNode(item) ? item : undefined, put: (value) => void (parent.items[step] = value) };
  }
  if (!isMap(parent)) throw new EditRefused('there is no map here');
  const pair = pairOf(parent, String(step));
  if (pair === undefined)
    return {
      value: undefined,
      put: (value) => {
        if (parent.items.length === 0 && !isScalar(value)) parent.flow = false;
        parent.items.push(document.createPair(String(step), value));
      },
    };
  return { value: isNode(pair.value) ? pair.value : undefined, put: (value) => void (pair.value = value) };
}

function remove(document: Document, path: Path): void {
  const step = path.at(-1);
  if (step === undefined) throw new EditRefused('the file itself cannot be removed');
  const parent = path.slice(0, -1).reduce<unknown>((node, each) => childOf(node, each), document.contents);
  if (isSeq(parent) && typeof step === 'number') parent.items.splice(step, 1);
  else if (isMap(parent)) parent.items = parent.items.filter((pair) => pair !== pairOf(parent, String(step)));
}

function childOf(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return typeof step === 'number' ? node.items[step] : undefined;
  return isMap(node) ? pairOf(node, String(step))?.value : undefined;
}

function rename(document: Document, { path, from, to }: ContentEdit & { op: 'rename' }): void {
  const map = path.reduce<unknown>((node, step) => childOf(node, step), document.contents);
  const pair = isMap(map) ? pairOf(map, from) : undefined;
  if (pair === undefined || !isMap(map)) throw new EditRefused('the key to rename is not there');
  if (from === to) return;
  if (pairOf(map, to) !== undefined) throw new EditRefused('the new key is there already');
  pair.key = nodeSaying(to, pair.key, document);
}

function pairOf(map: YAMLMap, key: string): Pair<unknown, unknown> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && keyName(pair.key) === key);
}

function isEmpty(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && (node.value === null || node.value === undefined));
}
