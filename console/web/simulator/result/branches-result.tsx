import { useMemo, useState, type ReactElement } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import type { Simulation } from '../../../../shared/contracts/simulation.ts';
import type { Coordinates } from '../../../../shared/domain/location.ts';
import { BranchMap } from '../../map/branch-map.tsx';
import type { TableFacts } from '../../workbench/bench/table-facts.ts';
import styles from '../simulator.module.css';

interface Props {
  readonly simulation: Simulation;
  readonly facts: TableFacts;
  readonly onPick: (place: Coordinates) => void;
}

/** The branches in question, in a table and on the map; a click on the map puts the caller there. */
export function BranchesResult({ simulation, facts, onPick }: Props): ReactElement {
  const [selected, setSelected] = useState<string>();
  const { from, chosen, passedOver, more } = simulation.branches;
  const rows = [
    ...chosen.map((branch, index) => ({ ...branch, text: `is tried${chosen.length > 1 ? ` (${index + 1})` : ''}` })),
    ...passedOver,
  ];
  const candidates = useMemo(
    () =>
      [
        ...chosen.map(({ branchId: id, kilometers = 0 }) => ({ id, kilometers })),
        ...passedOver.map(({ branchId: id, kilometers = 0, text }) => ({ id, kilometers, because: text })),
      ].toSorted((a, b) => a.kilometers - b.kilometers),
    [chosen, passedOver],
  );
  return (
    <div className={styles['branches']}>
      {rows.length === 0 ? (
        <p className={styles['soft']}>No branch comes into it.</p>
      ) : (
        <div className={styles['scroller']}>
          <Table aria-label="Branches in question" className={styles['table'] ?? ''}>
            <TableHeader>
              <Column isRowHeader>Branch</Column>
              <Column>Kilometres</Column>
              <Column>Why</Column>
            </TableHeader>
            <TableBody>
              {rows.map(({ branchId, name, kilometers, text }) => (
                <Row key={branchId} onAction={() => setSelected(branchId)}>
                  <Cell>{name === '' ? branchId : name}</Cell>
                  <Cell>{kilometers === undefined ? '' : kilometers.toFixed(1)}</Cell>
                  <Cell>{text}</Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
          {more > 0 && <p className={styles['soft']}>{more} more were passed over.</p>}
        </div>
      )}
      {facts.branches.length > 0 && (
        <div className={styles['map']}>
          <BranchMap
            branches={facts.branches}
            caller={from}
            candidates={candidates}
            selected={selected}
            onSelect={setSelected}
            onPick={onPick}
          />
        </div>
      )}
    </div>
  );
}
