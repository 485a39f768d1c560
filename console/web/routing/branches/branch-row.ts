import type { FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import type { Coordinates } from '../../../../shared/domain/location.ts';

/** A branch as the grid shows it. */
export interface BranchRow {
  readonly id: string;
  readonly branch: FileBranch;
  /** Its own, or those of its ZIP code; absent where neither is known. */
  readonly place?: Coordinates;
  readonly findings: readonly FindingAnswer[];
  /** All that is searched for, in small letters. */
  readonly folded: string;
}

/** Where a postal code lies: country of two letters, code. */
export type PlaceOfPostalCode = (country: string, postalCode: string) => Coordinates | undefined;

type Findings = ReadonlyMap<string, readonly FindingAnswer[]>;

/** Makes rows, and keeps those of branches that are as they were: of a hundred thousand, an edit changes a few. */
export class BranchRows {
  #rows: readonly BranchRow[] = [];
  #findings: Findings = new Map();
  #placeOf: PlaceOfPostalCode | undefined;

  /** In the order of the file. `placeOf` is absent until the postal codes are loaded. */
  of(
    branches: ReadonlyMap<string, FileBranch>,
    findings: Findings,
    placeOf: PlaceOfPostalCode | undefined,
  ): readonly BranchRow[] {
    const before = placeOf === this.#placeOf ? this.#rows : [];
    const areSameFindings = findings === this.#findings;
    let byId: ReadonlyMap<string, BranchRow> | undefined;
    const rows: BranchRow[] = [];
    for (const [id, branch] of branches) {
      // Most stand where they stood: only where something came in between, all are looked up.
      const there = before[rows.length];
      if (areSameFindings && there?.id === id && there.branch === branch) {
        rows.push(there);
        continue;
      }
      byId ??= new Map(before.map((row) => [row.id, row]));
      const known = byId.get(id);
      const own = findings.get(id) ?? noFindings;
      rows.push(known?.branch === branch && known.findings === own ? known : rowOf(id, branch, own, placeOf));
    }
    this.#rows = rows;
    this.#findings = findings;
    this.#placeOf = placeOf;
    return rows;
  }
}

const noFindings: readonly FindingAnswer[] = [];

function rowOf(
  id: string,
  branch: FileBranch,
  findings: readonly FindingAnswer[],
  placeOf: PlaceOfPostalCode | undefined,
): BranchRow {
  const place = placeOfBranch(branch, placeOf);
  const { name, number, postalCode = '', country = '' } = branch;
  return {
    id,
    branch,
    findings,
    folded: [id, name, number, postalCode, country].join('\n').toLowerCase(),
    ...(place === undefined ? {} : { place }),
  };
}

/** Its own coordinates, or those of its postal code where that is known. */
export function placeOfBranch(
  { coordinates, postalCode, country = 'US' }: FileBranch,
  placeOf: PlaceOfPostalCode | undefined,
): Coordinates | undefined {
  if (coordinates !== undefined) return { latitude: coordinates[0], longitude: coordinates[1] };
  return postalCode === undefined ? undefined : placeOf?.(country, postalCode);
}
