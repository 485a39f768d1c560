import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { suggestion } from '../../../shared/contracts/table-file/nearest-name.ts';
import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { FilePath, FindingList } from '../findings.ts';
import type { NamedDestinations } from './named-destinations.ts';
import type { PhoneBook } from './phone-book.ts';

/** Names that a file defines; sets, for branches may be a hundred thousand. */
export interface KnownNames {
  readonly reasons: ReadonlySet<string>;
  readonly schedules: ReadonlySet<string>;
  readonly contactCenters: ReadonlySet<string>;
  readonly lookUps: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
  /** What any branch offers. */
  readonly services: ReadonlySet<string>;
}

/** What every part of a rule is compiled against. */
export interface Scope {
  readonly known: KnownNames;
  readonly phoneBook: PhoneBook;
  readonly destinations: NamedDestinations;
  readonly findings: FindingList;
}

/** What fits none of the catalogue's reasons; always known. */
const otherReason = 'other';

type Names = readonly string[] | ReadonlySet<string>;

/** Suggestions compare letter by letter: among very many names, only those that begin alike. */
const manyNames = 2_000;

/** Of names that are known, what was suggested for others: a hundred thousand branches may have the same wrong schedule. */
const suggestions = new WeakMap<ReadonlySet<string>, Map<string, string>>();

/** Lists of names as sets, for as long as the lists are in use. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The names of a file, and those of its branches, wherever they stand. */
export function knownNames(file: RoutingTableFile, branches: readonly Branch[]): KnownNames {
  return {
    reasons: new Set([...Object.keys(file.reasons), otherReason]),
    schedules: new Set(Object.keys(file.schedules)),
    contactCenters: new Set(Object.keys(file.contactCenters)),
    lookUps: new Set(Object.keys(file.lookUps)),
    branches: new Set(branches.map(({ id }) => id)),
    services: new Set(branches.flatMap(({ services }) => services)),
  };
}

/**
 * Reports a name that stands for nothing, with the nearest one that does. `what`: "a schedule". `known` is the same list or set
 * for all names that are held against it, and does not change any more.
 */
export function checkReference(
  name: string,
  known: Names,
  reference: { readonly what: string; readonly path: FilePath; readonly findings: FindingList },
): void {
  const names = setOf(known);
  if (names.has(name)) return;
  reference.findings.error(
    'unknown-reference',
    reference.path,
    `"${name}" is not ${reference.what} of this file${suggestionFor(name, names)}`,
  );
}

function suggestionFor(name: string, names: ReadonlySet<string>): string {
  const made = suggestions.get(names) ?? new Map<string, string>();
  suggestions.set(names, made);
  let words = made.get(name);
  if (words === undefined) {
    const candidates =
      names.size > manyNames ? [...names].filter((each) => each.startsWith(name.slice(0, 1))) : [...names];
    words = suggestion(name, candidates);
    made.set(name, words);
  }
  return words;
}

function setOf(known: Names): ReadonlySet<string> {
  if ('has' in known) return known;
  const set = sets.get(known) ?? new Set(known);
  sets.set(known, set);
  return set;
}
