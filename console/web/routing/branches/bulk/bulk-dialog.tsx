import { useState, type ReactElement } from 'react';
import { idSchema } from '../../../../../shared/contracts/table-file/parts.ts';
import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { branchesWords, type BulkChange } from './bulk-change.ts';
import { bulkTitles, type BulkKind } from './bulk-titles.ts';

interface BulkDialogProps {
  readonly kind: BulkKind;
  /** Of how many branches. */
  readonly count: number;
  readonly schedules: readonly string[];
  readonly services: readonly string[];
  readonly onApply: (change: BulkChange) => void;
  readonly onClose: () => void;
}

/** Asks what all chosen branches are to have. */
export function BulkDialog({ kind, count, schedules, services, onApply, onClose }: BulkDialogProps): ReactElement {
  const [id, setId] = useState('');
  const [capacity, setCapacity] = useState<number>();
  const [error, setError] = useState<string>();

  function apply(): void {
    if (kind === 'capacity') {
      onApply(capacity === undefined ? { kind } : { kind, capacity });
      return;
    }
    const read = idSchema.safeParse(id.trim());
    if (read.data === undefined) setError(id === '' ? 'is missing: choose one' : read.error?.issues[0]?.message);
    else onApply(changeOf(kind, read.data));
  }

  const items = (ids: readonly string[]): readonly { readonly id: string; readonly name: string }[] =>
    ids.map((each) => ({ id: each, name: each }));
  return (
    <Dialog
      title={`${bulkTitles[kind]} of ${branchesWords(count)}`}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={apply}>
            Apply
          </Button>
        </>
      }
    >
      {kind === 'schedule' && (
        <Select label="Schedule" items={items(schedules)} selected={id || undefined} onSelect={setId} error={error} />
      )}
      {kind === 'removeService' && (
        <Select label="Service" items={items(services)} selected={id || undefined} onSelect={setId} error={error} />
      )}
      {kind === 'addService' && (
        <ComboBox
          label="Service"
          items={items(services)}
          value={id}
          onChange={setId}
          allowsCustomValue
          onEnter={apply}
          error={error}
          description="One that branches offer, or the id of a new one."
        />
      )}
      {kind === 'capacity' && (
        <NumberField
          label="Capacity"
          value={capacity}
          onChange={setCapacity}
          minValue={1}
          maxValue={65_535}
          step={1}
          unit="callers at once"
          description="Empty: no limit is known."
        />
      )}
    </Dialog>
  );
}

function changeOf(kind: Exclude<BulkKind, 'capacity'>, id: string): BulkChange {
  switch (kind) {
    case 'schedule':
      return { kind, schedule: id };
    case 'addService':
    case 'removeService':
      return { kind, service: id };
    default:
      return assertNever(kind);
  }
}
