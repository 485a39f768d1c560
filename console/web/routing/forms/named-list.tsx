import { useState, type ReactElement, type ReactNode } from 'react';
import { idSchema } from '../../../../shared/contracts/table-file/parts.ts';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LazyConfirmDialog } from '../../ui/lazy-confirm-dialog.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { pathOfFinding } from '../findings/file-path.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import { freeId } from '../rules/rule-edits.ts';
import { asJson } from '../table-parts.ts';
import { CommittedTextField } from './committed-text-field.tsx';
import styles from './forms.module.css';

export interface NamedListProps<T> {
  readonly desk: DraftDesk;
  /** Where the map is in the file: "schedules". */
  readonly mapKey: string;
  /** "schedule", "contact centre". */
  readonly what: string;
  readonly map: Readonly<Record<string, T>>;
  /** What a new one begins with. */
  readonly fresh: () => T;
  /** The id that a new one has. */
  readonly freshId: string;
  readonly empty: string;
  readonly children: (id: string, value: T) => ReactNode;
  /** A line below the name. */
  readonly summary?: (id: string, value: T) => ReactNode;
  /** The one that somebody has been led to. */
  readonly opened?: string | undefined;
}

/** Everything of a kind that a table has by id: added, renamed and removed here, and each with its form. */
export function NamedList<T>(props: NamedListProps<T>): ReactElement {
  const { desk, mapKey, what, map, fresh, freshId, empty, children, summary, opened } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<string>();
  const [open, setOpen] = useState<string>();
  const ids = Object.keys(map);

  function toggle(id: string, isOpen: boolean): void {
    setOpen(isOpen ? undefined : id);
    setClosed(isOpen ? new Set([...closed, id]) : new Set([...closed].filter((each) => each !== id)));
  }

  return (
    <section className={styles['section']}>
      {ids.length === 0 && <Empty title={`No ${what} yet`}>{empty}</Empty>}
      {ids.map((id) => {
        const value = map[id];
        if (value === undefined) return null;
        const isOpen = id === open || (id === opened && !closed.has(id)) || (ids.length === 1 && !closed.has(id));
        return (
          <article key={id} className={styles['card']} aria-label={`${what} ${id}`}>
            <div className={styles['head']}>
              <div>
                <h3>{id}</h3>
                {summary !== undefined && <div className={styles['soft']}>{summary(id, value)}</div>}
              </div>
              <Button
                variant="quiet"
                onPress={() => toggle(id, isOpen)}
                aria-label={`${isOpen ? 'Close' : desk.mayEdit ? 'Edit' : 'Show'} ${id}`}
              >
                {isOpen ? 'Close' : desk.mayEdit ? 'Edit' : 'Show'}
              </Button>
              {desk.mayEdit && (
                <MenuButton
                  label={`More about ${id}`}
                  icon="more"
                  items={[
                    { id: 'duplicate', name: 'Duplicate' },
                    { id: 'remove', name: 'Delete', isDangerous: true },
                  ]}
                  onAction={(action) => {
                    if (action === 'remove') setRemoving(id);
                    else insert(freeId(id, ids), value, `duplicated ${id}`);
                  }}
                />
              )}
            </div>
            <FindingLines table={desk.name} findings={findingsOf(desk.findings, mapKey, id)} />
            {isOpen && (
              <fieldset className={styles['fieldset']} disabled={!desk.mayEdit}>
                <div className={styles['middle']}>
                  <CommittedTextField
                    label="Id"
                    value={id}
                    schema={idSchema}
                    refuse={(next) =>
                      next !== id && Object.hasOwn(map, next) ? `is another ${what} already` : undefined
                    }
                    onCommit={(next) => {
                      desk.edit({ op: 'rename', path: [mapKey], from: id, to: next }, `renamed ${id} to ${next}`);
                      setOpen(next);
                    }}
                    description="Rules that name it keep the old name: findings show them."
                    isDisabled={!desk.mayEdit}
                  />
                </div>
                {children(id, value)}
              </fieldset>
            )}
          </article>
        );
      })}
      {desk.mayEdit && (
        <div>
          <Button onPress={() => insert(freeId(freshId, ids), fresh(), `added a ${what}`)}>Add a {what}</Button>
        </div>
      )}
      <LazyConfirmDialog
        title={`Delete ${removing ?? ''}?`}
        isOpen={removing !== undefined}
        confirm="Delete"
        isDangerous
        onConfirm={() => {
          if (removing !== undefined) desk.edit({ op: 'remove', path: [mapKey, removing] }, `deleted ${removing}`);
          setRemoving(undefined);
        }}
        onClose={() => setRemoving(undefined)}
      >
        Whatever names it is shown as a finding. It can be undone.
      </LazyConfirmDialog>
    </section>
  );

  function insert(id: string, value: T, words: string): void {
    desk.edit({ op: 'set', path: [mapKey, id], value: asJson(value) }, words);
    setOpen(id);
  }
}

export function findingsOf(findings: readonly FindingAnswer[], mapKey: string, id: string): readonly FindingAnswer[] {
  return findings.filter(({ path, file }) => {
    const [key, item] = pathOfFinding(path);
    return file === undefined && key === mapKey && item === id;
  });
}
