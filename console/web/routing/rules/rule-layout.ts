import { ListLayout } from 'react-aria-components/Virtualizer';

/**
 * Where rows lie. Each row that comes into sight asks for its place in the list by going through all of it, node after node:
 * among 10,000 rows half a frame went by for each. What the list has is noted here, once for each state of it.
 */
export class RuleLayout<T> extends ListLayout<T> {
  override update(...given: Parameters<ListLayout<T>['update']>): void {
    const collection = this.virtualizer?.collection;
    if (collection !== undefined && collection !== null) noteAll(collection);
    super.update(...given);
  }
}

const noted = new WeakSet<object>();

/** What is shown of a collection is never changed: a list that has changed has another. */
export function noteAll<T>(collection: Iterable<T>): void {
  if (noted.has(collection)) return;
  noted.add(collection);
  const all = [...collection];
  Object.defineProperty(collection, Symbol.iterator, { value: () => all[Symbol.iterator](), configurable: true });
}
