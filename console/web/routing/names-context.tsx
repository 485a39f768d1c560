import { createContext, use, useMemo, type ReactElement, type ReactNode } from 'react';
import type { TableView } from '../workbench/draft-desk.ts';
import { tableNames, type TableNames } from './table-names.ts';

const NamesContext = createContext<TableNames | undefined>(undefined);

export function Names({ view, children }: { readonly view: TableView; readonly children: ReactNode }): ReactElement {
  const { file, branches } = view;
  const [reasons, schedules, contactCenters] = [file?.reasons, file?.schedules, file?.contactCenters];
  const [lookUps, holidayLists] = [file?.lookUps, file?.holidayLists];
  // The rules change with every key, and name nothing that can be chosen.
  const names = useMemo(
    () => tableNames({ branches, file: { reasons, schedules, contactCenters, lookUps, holidayLists } } as TableView),
    [branches, reasons, schedules, contactCenters, lookUps, holidayLists],
  );
  return <NamesContext value={names}>{children}</NamesContext>;
}

/** @throws Error outside of the routing page, which is a bug. */
export function useNames(): TableNames {
  const names = use(NamesContext);
  if (names === undefined) throw new Error('no table here: the routing page has it');
  return names;
}
