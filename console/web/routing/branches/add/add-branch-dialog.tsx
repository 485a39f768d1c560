import { useMemo, useState, type ReactElement } from 'react';
import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { BranchMap } from '../../../map/branch-map.tsx';
import type { MapBranch } from '../../../map/map-branch.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TagField } from '../../../ui/tag-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { withField } from '../branch-fields.ts';
import { placeOfBranch, type PlaceOfPostalCode } from '../branch-row.ts';
import { emptyForm, readForm, sample, suggestedId, type BranchForm } from './branch-form.ts';
import styles from './add-branch-dialog.module.css';

interface AddBranchDialogProps {
  readonly branches: ReadonlyMap<string, FileBranch>;
  /** Those that are there, to see the new one among them. */
  readonly onMap: readonly MapBranch[];
  readonly schedules: readonly string[];
  readonly services: readonly string[];
  readonly placeOf: PlaceOfPostalCode | undefined;
  readonly onAdd: (id: string, branch: FileBranch) => void;
  readonly onClose: () => void;
}

/** A new branch; its place is typed, or clicked on the map. */
export function AddBranchDialog(props: AddBranchDialogProps): ReactElement {
  const { branches, onMap, schedules, services, placeOf, onAdd, onClose } = props;
  const [form, setForm] = useState<BranchForm>(emptyForm);
  const [isIdTyped, setIdTyped] = useState(false);
  const [isTold, setTold] = useState(false);
  const reading = useMemo(() => readForm(form, branches), [form, branches]);
  const problems = isTold && reading.kind === 'invalid' ? reading.problems : {};
  const place = useMemo(() => {
    const read = withField(sample, 'place', form.place);
    return read.kind === 'changed' ? placeOfBranch(read.branch, placeOf) : undefined;
  }, [form.place, placeOf]);

  const set = (fields: Partial<BranchForm>): void => setForm((before) => ({ ...before, ...fields }));
  function add(): void {
    if (reading.kind === 'branch') onAdd(reading.id, reading.branch);
    else setTold(true);
  }

  return (
    <Dialog
      title="Add a branch"
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={add}>
            Add
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <div className={styles['fields']}>
          <TextField
            label="Name"
            value={form.name}
            onChange={(name) => set(isIdTyped ? { name } : { name, id: suggestedId(name, branches) })}
            error={problems.name}
            isRequired
            autoFocus
          />
          <TextField
            label="Id"
            value={form.id}
            onChange={(id) => {
              setIdTyped(id !== '');
              set({ id });
            }}
            error={problems.id}
            description="Rules and records name the branch by it; it stays."
            isRequired
          />
          <TextField
            label="Number"
            value={form.number}
            onChange={(number) => set({ number })}
            error={problems.number}
            placeholder="+12065550100"
            type="tel"
            isRequired
          />
          <TextField
            label="Place"
            value={form.place}
            onChange={(text) => set({ place: text })}
            error={problems.place}
            description={placeWords(form.place, place)}
            isRequired
          />
          <TagField
            label="Services"
            values={form.services}
            onChange={(chosen) => set({ services: chosen })}
            suggestions={services.map((id) => ({ id, name: id }))}
            allowsNew
            error={problems.services}
          />
          <Select
            label="Schedule"
            items={schedules.map((id) => ({ id, name: id }))}
            selected={form.schedule === '' ? undefined : form.schedule}
            onSelect={(schedule) => set({ schedule })}
            error={problems.schedule}
            isRequired
          />
          <NumberField
            label="Capacity"
            value={form.capacity}
            onChange={(capacity) => set({ capacity })}
            minValue={1}
            maxValue={65_535}
            unit="callers at once"
            error={problems.capacity}
            description="May stay empty."
          />
        </div>
        <div className={styles['map']}>
          <BranchMap
            branches={onMap}
            caller={place}
            onPick={({ latitude, longitude }) => set({ place: `${latitude}, ${longitude}` })}
          />
        </div>
      </div>
    </Dialog>
  );
}

function placeWords(
  written: string,
  place: { readonly latitude: number; readonly longitude: number } | undefined,
): string {
  if (written.trim() === '' || place === undefined) return 'Latitude and longitude, a ZIP code, or a click on the map.';
  return written.includes(',') ? 'Marked on the map.' : `Lies at ${place.latitude}, ${place.longitude}.`;
}
