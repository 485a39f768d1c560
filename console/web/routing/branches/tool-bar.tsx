import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import type { BranchRow } from './branch-row.ts';
import styles from './branches-part.module.css';
import { branchesWords } from './bulk/bulk-change.ts';
import { bulkTitles, type BulkKind } from './bulk/bulk-titles.ts';

/** What a dialog is open for. */
export type Task = 'add' | 'import' | 'delete' | BulkKind;

interface ToolBarProps {
  readonly desk: DraftDesk;
  readonly chosen: ReadonlySet<string>;
  /** What the grid shows: exported where none is selected. */
  readonly shown: readonly BranchRow[];
  readonly total: number;
  readonly onTask: (task: Task) => void;
}

const bulkItems = (Object.keys(bulkTitles) as BulkKind[]).map((id) => ({ id, name: bulkTitles[id] }));

export function ToolBar({ desk, chosen, shown, total, onTask }: ToolBarProps): ReactElement {
  const { name, view, mayEdit } = desk;
  const tell = useToast();

  /** Those that are selected; else those that are shown. */
  function exported(): ReadonlyMap<string, BranchRow['branch']> {
    const rows = shown.map(({ id, branch }) => [id, branch] as const);
    return new Map(chosen.size > 0 ? [...view.branches].filter(([id]) => chosen.has(id)) : rows);
  }

  async function exportAs(id: string): Promise<void> {
    const branches = exported();
    try {
      const { copyBranches, downloadBranches } = await import('./export-branches.ts');
      if (id === 'csv' || id === 'geojson') downloadBranches(id, name, branches);
      else {
        await copyBranches(branches);
        tell(`${branchesWords(branches.size)} copied.`, 'good');
      }
    } catch {
      tell(
        id === 'copy'
          ? 'The browser does not allow copying: download them instead.'
          : 'The file could not be written: reload the page, and try again.',
        'error',
      );
    }
  }

  const count =
    shown.length === total ? branchesWords(total) : `${shown.length.toLocaleString()} of ${branchesWords(total)}`;
  return (
    <div className={styles['tools']}>
      <p role="status" className={styles['count']}>
        {count}
        {chosen.size > 0 && `, ${chosen.size.toLocaleString()} selected`}
      </p>
      {mayEdit && chosen.size > 0 && (
        <MenuButton
          label="Change selected"
          items={[...bulkItems, { id: 'delete', name: 'Delete', isDangerous: true }]}
          onAction={(id) => onTask(id as Task)}
        />
      )}
      <MenuButton
        label="Export"
        items={[
          { id: 'copy', name: 'Copy as CSV' },
          { id: 'csv', name: 'Download CSV' },
          { id: 'geojson', name: 'Download GeoJSON' },
        ]}
        onAction={(id) => void exportAs(id)}
      />
      {mayEdit && <Button onPress={() => onTask('import')}>Import…</Button>}
      {mayEdit && (
        <Button variant="primary" onPress={() => onTask('add')}>
          Add branch
        </Button>
      )}
    </div>
  );
}
