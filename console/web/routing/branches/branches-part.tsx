import { Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { BranchMap } from '../../map/branch-map.tsx';
import type { Bounds } from '../../map/map-branch.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { lateComponent } from '../../ui/late-component.ts';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { withField, type BranchField } from './branch-fields.ts';
import { noFilter, type BranchFilter, type Sort, type SortColumn } from './branch-filter.ts';
import styles from './branches-part.module.css';
import { branchesWords, bulkEdit, type BulkChange } from './bulk/bulk-change.ts';
import type { BulkKind } from './bulk/bulk-titles.ts';
import { FilterBar } from './filter-bar.tsx';
import { BranchGrid } from './grid/branch-grid.tsx';
import { stillThere } from './grid/selection.ts';
import { mergeEdit, mergeWords } from './paste/merge-edit.ts';
import { ToolBar, type Task } from './tool-bar.tsx';
import { useBranchRows } from './use-branch-rows.ts';

const AddBranchDialog = lateComponent(() =>
  import('./add/add-branch-dialog.tsx').then(({ AddBranchDialog: dialog }) => dialog),
);
const PasteDialog = lateComponent(() => import('./paste/paste-dialog.tsx').then(({ PasteDialog: dialog }) => dialog));
const BulkDialog = lateComponent(() => import('./bulk/bulk-dialog.tsx').then(({ BulkDialog: dialog }) => dialog));

/** The branches of a table, in a grid and on a map: what is chosen in one stands out in the other. */
export function BranchesPart({ desk }: { readonly desk: DraftDesk }): ReactElement {
  const { view, mayEdit } = desk;
  const tell = useToast();
  const [filter, setFilter] = useState<BranchFilter>(noFilter);
  const [sort, setSort] = useState<Sort>();
  const [isInsideMap, setInsideMap] = useState(false);
  const [bounds, setBounds] = useState<Bounds>();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string>();
  const [task, setTask] = useState<Task>();
  const shown = useBranchRows(desk, { filter, sort, inside: isInsideMap ? bounds : undefined });
  const { rows, onMap, general, services, schedules, placeOf } = shown;
  // Somebody else, or undo, may have taken some of them away.
  const chosen = useMemo(() => stillThere(marked, view.branches), [marked, view.branches]);

  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  });
  const commit = useCallback((id: string, field: BranchField, text: string): string | undefined => {
    const branch = latest.current.view.branches.get(id);
    if (branch === undefined) return 'is of a branch that somebody has removed meanwhile';
    const read = withField(branch, field, text);
    if (read.kind === 'invalid') return read.message;
    if (read.kind === 'changed')
      latest.current.edit({ op: 'branches', set: { [id]: read.branch }, remove: [] }, `changed the ${field} of ${id}`);
    return undefined;
  }, []);
  const suggestions = useCallback(
    (field: BranchField): readonly string[] =>
      field === 'schedule' ? schedules : field === 'services' ? services : [],
    [schedules, services],
  );

  function sortBy(by: SortColumn): void {
    // Up, down, and as in the file again.
    setSort(sort?.by !== by ? { by, descending: false } : sort.descending ? undefined : { by, descending: true });
  }

  function change(bulk: BulkChange): void {
    const { edit, words, changed, refused } = bulkEdit(view.branches, chosen, bulk);
    if (edit !== undefined) desk.edit(edit, words);
    setTask(undefined);
    const left =
      refused.length === 0 ? '' : `; ${branchesWords(refused.length)} left as before: each needs one service`;
    const told = changed === 0 ? 'Nothing is another' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    tell(`${told}${left}.`, refused.length > 0 ? 'warning' : 'good');
  }

  return (
    <section aria-label="Branches" className={styles['part']}>
      <ToolBar desk={desk} chosen={chosen} shown={rows} total={shown.total} onTask={setTask} />
      <FilterBar
        filter={filter}
        onFilter={(part) => setFilter((before) => ({ ...before, ...part }))}
        services={services}
        schedules={schedules}
        isInsideMap={isInsideMap}
        onInsideMap={setInsideMap}
      />
      {general.length > 0 && (
        <Notice tone="error" title="Findings of the list as a whole">
          <ul>
            {general.map(({ line, message, path, code }) => (
              <li key={`${line} ${path} ${code}`}>
                {line !== undefined && `Line ${line}: `}
                {path} {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles['split']}>
        <div className={styles['grid']}>
          {rows.length === 0 && (
            <div className={styles['none']}>
              <Empty title={shown.total === 0 ? 'No branches yet' : 'No branch is like that'}>
                {shown.total === 0
                  ? 'Add one, or import them from a spreadsheet or a file.'
                  : 'Take a filter away to see more.'}
              </Empty>
            </div>
          )}
          <BranchGrid
            rows={rows}
            chosen={chosen}
            onChosen={setMarked}
            sort={sort}
            onSort={sortBy}
            current={current}
            onCurrent={setCurrent}
            mayEdit={mayEdit}
            suggestions={suggestions}
            commit={commit}
            onDelete={() => mayEdit && setTask('delete')}
          />
        </div>
        <div className={styles['map']}>
          <BranchMap branches={onMap} selected={current} onSelect={setCurrent} onView={setBounds} />
        </div>
      </div>
      <Suspense fallback={null}>
        {task === 'add' && (
          <AddBranchDialog
            branches={view.branches}
            onMap={onMap}
            schedules={schedules}
            services={services}
            placeOf={placeOf}
            onAdd={(id, branch) => {
              desk.edit({ op: 'branches', set: { [id]: branch }, remove: [] }, `added the branch ${id}`);
              setTask(undefined);
              setCurrent(id);
            }}
            onClose={() => setTask(undefined)}
          />
        )}
        {task === 'import' && (
          <PasteDialog
            branches={view.branches}
            onApply={(merge) => {
              const edit = mergeEdit(merge);
              if (edit !== undefined) desk.edit(edit, mergeWords(merge));
              setTask(undefined);
              tell(`${mergeWords(merge)}.`, 'good');
            }}
            onClose={() => setTask(undefined)}
          />
        )}
        {isBulk(task) && (
          <BulkDialog
            kind={task}
            count={chosen.size}
            schedules={schedules}
            services={services}
            onApply={change}
            onClose={() => setTask(undefined)}
          />
        )}
      </Suspense>
      <ConfirmDialog
        title={`Delete ${branchesWords(chosen.size)}?`}
        isOpen={task === 'delete'}
        confirm="Delete"
        isDangerous
        onConfirm={() => change({ kind: 'delete' })}
        onClose={() => setTask(undefined)}
      >
        They go from the draft, and can be had back by undo. Callers meet the change once the draft is published.
      </ConfirmDialog>
    </section>
  );
}

function isBulk(task: Task | undefined): task is BulkKind {
  return task !== undefined && task !== 'add' && task !== 'import' && task !== 'delete';
}
