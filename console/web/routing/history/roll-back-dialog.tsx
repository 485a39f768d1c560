import type { ReactElement } from 'react';
import { checkResponseSchema } from '../../../../shared/contracts/tables-api.ts';
import { Problem } from '../../data/problem.ts';
import { typedKeys } from '../../data/shelf.ts';
import { useRollBack } from '../../data/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { FindingLines } from '../findings/finding-line.tsx';
import { useKeptWords } from '../review/kept-words.ts';
import { VersionChanges } from './version-changes.tsx';

export interface RollBackDialogProps {
  readonly table: string;
  readonly to: number;
  /** The version in force, as the reader has seen it. */
  readonly current: number;
  readonly hasDraft: boolean;
  readonly onClose: () => void;
}

/** Asks why an earlier version is to be in force again, and says what that changes. */
export function RollBackDialog({ table, to, current, hasDraft, onClose }: RollBackDialogProps): ReactElement {
  const rollBack = useRollBack(table);
  const toast = useToast();
  const [because, setBecause] = useKeptWords(`${typedKeys.reason}back ${table}`);
  const isOvertaken = rollBack.error instanceof Problem && rollBack.error.code === 'version-changed';

  function put(): void {
    rollBack.mutate(
      { to, because: because.trim(), basedOn: current },
      {
        onSuccess: ({ version }) => {
          setBecause('');
          toast(`Version ${version} is in force, which says what version ${to} said.`, 'good');
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={`Put version ${to} in force again`}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="danger" onPress={put} isPending={rollBack.isPending} isDisabled={because.trim().length < 3}>
            Put in force
          </Button>
        </>
      }
    >
      <p>
        Calls that begin within half a minute go by it. It becomes a version of its own, so that nothing is lost from
        the history. These lines change:
      </p>
      <VersionChanges table={table} version={to} before={current} />
      {hasDraft && <Notice tone="info">The draft stays as it is. Review it again before you publish it.</Notice>}
      <TextField
        label="Why?"
        description="Everybody reads it in the history of the table."
        value={because}
        onChange={setBecause}
        maxLength={500}
        isRequired
      />
      {isOvertaken && (
        <Notice tone="warning" title="Somebody else has published meanwhile">
          Nothing was changed. Another version is in force now: look at it in the history, and decide again.
        </Notice>
      )}
      {rollBack.isError && !isOvertaken && (
        <>
          <ProblemNotice problem={rollBack.error} />
          <RefusalFindings table={table} problem={rollBack.error} />
        </>
      )}
    </Dialog>
  );
}

function RefusalFindings({ table, problem }: { readonly table: string; readonly problem: Error }): ReactElement | null {
  const body = problem instanceof Problem ? checkResponseSchema.safeParse(problem.body).data : undefined;
  return body === undefined ? null : <FindingLines table={table} findings={body.findings} saysWhere />;
}
