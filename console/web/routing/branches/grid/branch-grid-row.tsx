import { memo, type ReactElement } from 'react';
import { fieldText, type BranchField } from '../branch-fields.ts';
import type { BranchRow } from '../branch-row.ts';
import { BranchCell } from './branch-cell.tsx';
import { CellEditor } from './cell-editor.tsx';
import { gridColumns } from './columns.ts';
import styles from './branch-grid.module.css';

export interface RowProps {
  readonly row: BranchRow;
  readonly index: number;
  /** Pixels from the first row. */
  readonly top: number;
  readonly isChosen: boolean;
  /** The column of the cell that keys go to, where it is in this row. */
  readonly active: number | undefined;
  readonly isEditing: boolean;
  readonly suggestions: (field: BranchField) => readonly string[];
  readonly commit: (id: string, field: BranchField, text: string) => string | undefined;
  readonly onDone: (step: number) => void;
}

export const cellId = (row: number, column: number): string => `branch-cell-${row}-${column}`;

/** One branch. Drawn anew only when something of it is another: scrolling moves many. */
export const BranchGridRow = memo(function BranchGridRow(props: RowProps): ReactElement {
  const { row, index, top, isChosen, active, isEditing, suggestions, commit, onDone } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-index={index}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
    >
      {gridColumns.map(({ id, title, field }, column) => (
        <div
          key={id}
          id={cellId(index, column)}
          role={id === 'id' ? 'rowheader' : 'gridcell'}
          aria-colindex={column + 1}
          data-column={column}
          data-active={active === column || undefined}
          className={styles['cell']}
        >
          {isEditing && active === column && field !== undefined ? (
            <CellEditor
              label={`${title} of ${row.id}`}
              text={fieldText(row.branch, field)}
              suggestions={suggestions(field)}
              commit={(text) => commit(row.id, field, text)}
              onDone={onDone}
            />
          ) : (
            <BranchCell row={row} column={id} isChosen={isChosen} />
          )}
        </div>
      ))}
    </div>
  );
});
