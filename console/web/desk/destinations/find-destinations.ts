import type { NamedDestination, TransferKind } from './destinations.ts';

export const kindWords: Readonly<Record<TransferKind, string>> = {
  contactCenter: 'contact centre',
  branch: 'branch',
  phone: 'telephone',
  meeting: 'meeting',
};

/** "branch tacoma" of "branch:tacoma": for whoever has no names at hand. */
export function destinationWords(destination: string): string {
  const [kind = '', ...id] = destination.split(':');
  const words = Object.entries(kindWords).find(([each]) => each === kind)?.[1] ?? kind;
  return `${words} ${id.join(':')}`;
}

export interface FoundDestinations {
  /** Twenty at most. */
  readonly found: readonly NamedDestination[];
  /** How many more there are. */
  readonly more: number;
}

const mostShown = 20;

/** Those whose names, or ids, have all the words; whose names begin like the first of them come first. */
export function findDestinations(destinations: readonly NamedDestination[], words: string): FoundDestinations {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const fitting = destinations.filter(({ id, kind, name }) => {
    const text = folded(`${name} ${id} ${kindWords[kind]}`);
    return wanted.every((word) => text.includes(word));
  });
  const [first = ''] = wanted;
  const rank = ({ name }: NamedDestination): number => (folded(name).startsWith(first) ? 0 : 1);
  const ordered = first === '' ? fitting : fitting.toSorted((a, b) => rank(a) - rank(b));
  return { found: ordered.slice(0, mostShown), more: Math.max(0, ordered.length - mostShown) };
}

/** Without accents and capitals, which nobody types to find something. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
