import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Scalar,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { keyName } from '../../../routing/locate.ts';
import { isJsonList, isJsonMap, sameJson, type JsonMap } from '../json-value.ts';
import type { Json } from '../table-edit.ts';

/**
 * A node that says `value`: the old one changed where it can be, so that its comments, its quotes and its style stay;
 * a new one, with the old one's comments, where it cannot.
 */
export function nodeSaying(value: Json, old: unknown, document: Document): Node {
  if (isScalar(old) && !isJsonList(value) && !isJsonMap(value)) return scalarSaying(value, old);
  if (isMap(old) && isJsonMap(value)) return mapSaying(value, old, document);
  if (isSeq(old) && isJsonList(value)) {
    old.items = itemsSaying(value, old.items, document);
    if (value.some(isCollectionLike)) unfoldIfNew(old, old.items);
    return old;
  }
  const made = newNode(value, document);
  if (isNode(old)) takeComments(old, made);
  return made;
}

/** The same in quotes where what stands beside it is: ["09:00-12:00", "13:00-17:00"]. */
export function nodeBeside(neighbour: unknown, value: Json, document: Document): Node {
  const made = newNode(value, document);
  if (isScalar(made) && isScalar(neighbour) && typeof value === 'string' && typeof neighbour.value === 'string')
    if (neighbour.type !== undefined) made.type = neighbour.type;
  return made;
}

/** As people write tables: a list of words in one line, all else a line each. */
export function newNode(value: Json, document: Document): Node {
  const made = document.createNode(value, { aliasDuplicateObjects: false });
  visit(made, {
    Seq: (_key, node) => {
      if (node.items.length > 0 && node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  return made;
}

function scalarSaying(value: Json, old: Scalar): Scalar {
  if (old.value === value) return old;
  const made = new Scalar(value);
  // Quotes are kept where both are text; how a number was written says nothing of another one.
  if (typeof value === 'string' && typeof old.value === 'string' && old.type !== undefined) made.type = old.type;
  takeComments(old, made);
  return made;
}

function mapSaying(value: JsonMap, old: YAMLMap, document: Document): YAMLMap {
  const isEmpty = old.items.length === 0;
  old.items = old.items.filter(({ key }) => isScalar(key) && Object.hasOwn(value, keyName(key)));
  const pairs = new Map(old.items.map((pair) => [isScalar(pair.key) ? keyName(pair.key) : '', pair]));
  for (const [key, each] of Object.entries(value)) {
    const pair = pairs.get(key);
    if (pair === undefined) old.items.push(document.createPair(key, newNode(each, document)));
    else pair.value = nodeSaying(each, pair.value, document);
  }
  if (isEmpty) unfoldIfNew(old, []);
  return old;
}

/** What stands at both ends as before keeps its nodes, whatever comes or goes between. */
function itemsSaying(values: readonly Json[], old: readonly unknown[], document: Document): unknown[] {
  const said = old.map((item) => (isNode(item) ? (item.toJS(document) as Json) : null));
  let front = 0;
  while (front < values.length && front < said.length && sameJson(values[front], said[front])) front += 1;
  let back = 0;
  const least = Math.min(values.length, said.length) - front;
  while (back < least && sameJson(values.at(-1 - back), said.at(-1 - back))) back += 1;
  const middle = values
    .slice(front, values.length - back)
    .map((value, at) =>
      front + at < old.length - back
        ? nodeSaying(value, old[front + at], document)
        : nodeBeside(old[0], value, document),
    );
  return [...old.slice(0, front), ...middle, ...old.slice(old.length - back)];
}

function isCollectionLike(value: Json): boolean {
  return isJsonList(value) || isJsonMap(value);
}

/** "{}" and "[]" are written so because they are empty, not because somebody likes it. */
function unfoldIfNew(node: Node & { flow?: boolean }, before: readonly unknown[]): void {
  if (before.length === 0 && isCollection(node)) node.flow = false;
}

function takeComments(from: Node, to: Node): void {
  if (typeof from.comment === 'string') to.comment = from.comment;
  if (typeof from.commentBefore === 'string') to.commentBefore = from.commentBefore;
  if (from.spaceBefore === true) to.spaceBefore = true;
}
