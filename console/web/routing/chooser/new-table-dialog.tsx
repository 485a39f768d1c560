import { useState, type ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { idSchema } from '../../../../shared/contracts/table-file/parts.ts';
import { starterTable } from '../../../routing/starter/starter-table.ts';
import { useNewTable } from '../../data/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from '../forms/forms.module.css';

export interface NewTableDialogProps {
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** A draft of a small table that works as it stands; nothing is in force before it is published. */
export function NewTableDialog({ taken, onClose }: NewTableDialogProps): ReactElement {
  const [, navigate] = useLocation();
  const newTable = useNewTable();
  const [wasTried, setTried] = useState(false);
  const { watch, setValue } = useForm({ defaultValues: { name: '' } });
  const name = watch('name');
  const error = taken.includes(name) ? 'is there already' : idSchema.safeParse(name).error?.issues[0]?.message;

  function begin(): void {
    setTried(true);
    if (error !== undefined || newTable.isPending) return;
    newTable.mutate(
      { name, source: { table: { name: `${name}.yaml`, text: starterTable(name) } } },
      { onSuccess: () => navigate(`/routing/${name}`) },
    );
  }

  return (
    <Dialog
      title="New table"
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={begin} isPending={newTable.isPending}>
            Begin the draft
          </Button>
        </>
      }
    >
      <form
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={(next) => setValue('name', next)}
          description="1 to 32 characters: a-z, 0-9 and -. It is what the settings of the telephone side name."
          error={wasTried ? error : undefined}
          autoFocus
        />
        {newTable.isError && <ProblemNotice problem={newTable.error} />}
      </form>
    </Dialog>
  );
}
