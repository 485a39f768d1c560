import { useDeferredValue, useMemo, useState } from 'react';
import type { Bounds, MapBranch } from '../../map/map-branch.ts';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { branchFindings } from './branch-findings.ts';
import { choicesOf, noFilter, shownRows, type BranchFilter, type Sort } from './branch-filter.ts';
import { BranchRows, type BranchRow, type PlaceOfPostalCode } from './branch-row.ts';
import { usePostalCodes } from './use-postal-codes.ts';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';

export interface ShownBranches {
  /** What the grid shows. */
  readonly rows: readonly BranchRow[];
  /** What the map shows: wherever it looks, and in whatever order the grid is. */
  readonly onMap: readonly MapBranch[];
  readonly total: number;
  /** Findings that are of no branch. */
  readonly general: readonly FindingAnswer[];
  readonly services: readonly string[];
  readonly schedules: readonly string[];
  readonly placeOf: PlaceOfPostalCode | undefined;
}

/** Rows of a desk's branches, filtered and in order. What is slow for a hundred thousand of them waits for what is typed. */
export function useBranchRows(
  { view, findings }: Pick<DraftDesk, 'view' | 'findings'>,
  asked: { readonly filter: BranchFilter; readonly sort: Sort | undefined; readonly inside: Bounds | undefined },
): ShownBranches {
  const { branches, branchFile } = view;
  const filter = useDeferredValue(asked.filter);
  const inside = useDeferredValue(asked.inside);
  const [known] = useState(() => new BranchRows());
  const isPlaceless = useMemo(
    () => [...branches.values()].some(({ coordinates }) => coordinates === undefined),
    [branches],
  );
  const placeOf = usePostalCodes(isPlaceless);

  const { byId, general } = useMemo(() => branchFindings(findings, branchFile), [findings, branchFile]);
  const all = useMemo(() => known.of(branches, byId, placeOf), [known, branches, byId, placeOf]);
  const matching = useMemo(() => shownRows(all, filter, undefined), [all, filter]);
  const onMap = useMemo(() => mapBranches(matching), [matching]);
  const rows = useMemo(() => shownRows(matching, { ...noFilter, inside }, asked.sort), [matching, inside, asked.sort]);
  const choices = useMemo(() => choicesOf(all), [all]);
  const written = view.file?.schedules;
  const schedules = useMemo(
    () => [...new Set(['always', ...Object.keys(written ?? {}), ...choices.schedules])].toSorted(),
    [written, choices],
  );
  return { rows, onMap, total: all.length, general, services: choices.services, schedules, placeOf };
}

function mapBranches(rows: readonly BranchRow[]): readonly MapBranch[] {
  const placed: MapBranch[] = [];
  for (const { id, branch, place } of rows)
    if (place !== undefined)
      placed.push({ id, name: branch.name, latitude: place.latitude, longitude: place.longitude });
  return placed;
}
