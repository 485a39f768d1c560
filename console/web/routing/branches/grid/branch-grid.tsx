import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react';
import type { BranchField } from '../branch-fields.ts';
import type { Sort, SortColumn } from '../branch-filter.ts';
import type { BranchRow } from '../branch-row.ts';
import { Box } from './branch-cell.tsx';
import styles from './branch-grid.module.css';
import { BranchGridRow, cellId } from './branch-grid-row.tsx';
import { gridColumns } from './columns.ts';
import { movedPosition, type GridPosition } from './grid-position.ts';
import { toggled, toggledAll, withRange } from './selection.ts';

/** Pixels; the style sheet has them too. */
const rowHeight = 36;
const headerHeight = 36;

export interface BranchGridProps {
  readonly rows: readonly BranchRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly sort: Sort | undefined;
  readonly onSort: (by: SortColumn) => void;
  /** The branch that stands out on the map; brought into view when it becomes another. */
  readonly current: string | undefined;
  readonly onCurrent: (id: string) => void;
  readonly mayEdit: boolean;
  readonly suggestions: (field: BranchField) => readonly string[];
  /** What is wrong with it; absent: it was taken. */
  readonly commit: (id: string, field: BranchField, text: string) => string | undefined;
  readonly onDelete: () => void;
}

/**
 * The branches, a row each, however many: the grid pattern of the ARIA Authoring Practices, with one stop for Tab. Arrows move, Enter
 * or F2 writes in a cell and sorts by a header, Space selects, Shift with arrows selects several, Ctrl+A all. By hand, for a table
 * component that knows of each row beforehand takes seconds for a hundred thousand.
 */
export function BranchGrid(props: BranchGridProps): ReactElement {
  const { rows, chosen, onChosen, sort, onSort, current, onCurrent, mayEdit, onDelete } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPosition>({ row: 0, column: 1 });
  /** The branch in whose row a cell is written. */
  const [editing, setEditing] = useState<string>();
  const isEditing = editing !== undefined;
  const [anchor, setAnchor] = useState<number>();
  const last = rows.length - 1;
  const at = { row: Math.min(active.row, last), column: active.column };

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // The active row stays, so that what is being written in it is not lost when it is scrolled away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return at.row < 0 || seen.includes(at.row) ? seen : [...seen, at.row];
    },
  });

  const goTo = useCallback(
    (to: GridPosition): void => {
      setActive(to);
      if (to.row >= 0) virtualizer.scrollToIndex(to.row);
      const id = rows[to.row]?.id;
      if (id !== undefined) onCurrent(id);
    },
    [onCurrent, rows, virtualizer],
  );

  // Chosen on the map, or gone on to by keys: both must be seen.
  useEffect(() => {
    if (current === undefined || rows[at.row]?.id === current) return;
    const row = rows.findIndex(({ id }) => id === current);
    if (row < 0) return;
    setActive({ row, column: at.column });
    virtualizer.scrollToIndex(row);
    // oxlint-disable-next-line react/exhaustive-deps -- only when another branch is current: sorting does not scroll
  }, [current]);
  // Somebody else's branches may come in between: what is being written goes along with its row, or ends with it.
  useEffect(() => {
    if (editing === undefined || rows[at.row]?.id === editing) return;
    const row = rows.findIndex(({ id }) => id === editing);
    if (row < 0) setEditing(undefined);
    else setActive({ row, column: at.column });
  }, [rows, editing, at.row, at.column]);
  useEffect(() => {
    document.getElementById(cellId(at.row, at.column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at.row, at.column]);

  const done = useCallback((step: number): void => {
    setEditing(undefined);
    setActive(({ row, column }) => ({ row, column: Math.max(0, Math.min(gridColumns.length - 1, column + step)) }));
    scroller.current?.focus({ preventScroll: true });
  }, []);

  function begin(position: GridPosition): void {
    const isField = gridColumns[position.column]?.field !== undefined;
    if (mayEdit && isField && position.row >= 0) setEditing(rows[position.row]?.id);
  }

  function act({ row, column }: GridPosition): void {
    const id = gridColumns[column]?.id;
    if (row >= 0) begin({ row, column });
    else if (id === 'chosen') onChosen(toggledAll(chosen, rows));
    else if (id !== undefined) onSort(id);
  }

  function press(event: KeyboardEvent): void {
    if (isEditing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const to = movedPosition(
      at,
      { key: event.key, isCommand },
      { rows: rows.length, columns: gridColumns.length, page: pageOf(scroller.current) },
    );
    const id = rows[at.row]?.id;
    if (to !== undefined) {
      const isRange = event.shiftKey && to.row !== at.row && to.row >= 0;
      if (isRange) onChosen(withRange(chosen, rows, anchor ?? Math.max(at.row, 0), to.row));
      setAnchor(isRange ? (anchor ?? Math.max(at.row, 0)) : undefined);
      goTo(to);
    } else if (event.key === 'Enter' || event.key === 'F2') act(at);
    else if (event.key === ' ') {
      if (id === undefined) act(at);
      else onChosen(toggled(chosen, id));
    } else if (isCommand && event.key === 'a') onChosen(new Set([...chosen, ...rows.map((row) => row.id)]));
    else if (event.key === 'Escape' && chosen.size > 0) onChosen(new Set());
    else if (event.key === 'Delete' && chosen.size > 0) onDelete();
    else return;
    event.preventDefault();
  }

  function click(event: MouseEvent): void {
    const position = positionAt(event.target);
    if (position === undefined || isEditing) return;
    const id = rows[position.row]?.id;
    if (position.row < 0) {
      setActive(position);
      act(position);
      return;
    }
    if (id === undefined) return;
    if (event.shiftKey) onChosen(withRange(chosen, rows, anchor ?? at.row, position.row));
    else {
      setAnchor(position.row);
      if (gridColumns[position.column]?.id === 'chosen' || event.ctrlKey || event.metaKey)
        onChosen(toggled(chosen, id));
    }
    setActive(position);
    onCurrent(id);
  }

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label="Branches"
      aria-rowcount={rows.length + 1}
      aria-colcount={gridColumns.length}
      aria-multiselectable
      aria-readonly={!mayEdit}
      aria-activedescendant={cellId(at.row, at.column)}
      className={styles['grid']}
      onKeyDown={press}
      onClick={click}
      onDoubleClick={(event) => {
        const position = positionAt(event.target);
        if (position !== undefined) begin(position);
      }}
    >
      <div role="rowgroup" className={styles['header']}>
        <div role="row" aria-rowindex={1} className={styles['titles']}>
          {gridColumns.map(({ id, title }, column) => (
            <div
              key={id}
              id={cellId(-1, column)}
              role="columnheader"
              aria-colindex={column + 1}
              aria-sort={sort?.by === id ? (sort.descending ? 'descending' : 'ascending') : undefined}
              data-column={column}
              data-active={(at.row < 0 && at.column === column) || undefined}
              className={styles['title']}
            >
              {id === 'chosen' ? (
                <>
                  <Box isChosen={rows.length > 0 && rows.every((row) => chosen.has(row.id))} />
                  <span className={styles['hidden']}>{title}</span>
                </>
              ) : (
                title
              )}
              {sort?.by === id && <span aria-hidden="true">{sort.descending ? ' ↓' : ' ↑'}</span>}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const isActive = index === at.row;
          return (
            <BranchGridRow
              key={row.id}
              row={row}
              index={index}
              top={start - headerHeight}
              isChosen={chosen.has(row.id)}
              active={isActive ? at.column : undefined}
              isEditing={isActive && editing === row.id}
              suggestions={props.suggestions}
              commit={props.commit}
              onDone={done}
            />
          );
        })}
      </div>
    </div>
  );
}

function pageOf(scroller: HTMLElement | null): number {
  return Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1);
}

function positionAt(target: EventTarget): GridPosition | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest('[data-column]')?.getAttribute('data-column');
  const row = target.closest('[data-index]')?.getAttribute('data-index') ?? '-1';
  return column === null || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}
