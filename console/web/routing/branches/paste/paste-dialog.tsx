import { useMemo, useState, type ReactElement } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { mergeBranches, type Merge } from '../../../../routing/branch-file/merge-branches.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { mergeEdit } from './merge-edit.ts';
import { MergePreview } from './merge-preview.tsx';
import styles from './paste-dialog.module.css';
import { useReading, type Pasted } from './use-reading.ts';

interface PasteDialogProps {
  readonly branches: ReadonlyMap<string, FileBranch>;
  readonly onApply: (merge: Merge) => void;
  readonly onClose: () => void;
}

/** Imports branches from a spreadsheet or a file, as one change that can be undone. */
export function PasteDialog({ branches, onApply, onClose }: PasteDialogProps): ReactElement {
  const [pasted, setPasted] = useState<Pasted>({ text: '' });
  const [replace, setReplace] = useState(false);
  const reading = useReading(pasted);
  const merge = useMemo(
    () => (reading.kind === 'read' ? mergeBranches(branches, reading.branches, { replace }) : undefined),
    [reading, branches, replace],
  );

  async function take(file: File | undefined): Promise<void> {
    if (file !== undefined) setPasted({ text: await file.text(), name: file.name });
  }

  return (
    <Dialog
      title="Import branches"
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={merge === undefined || mergeEdit(merge) === undefined}
            onPress={() => merge !== undefined && onApply(merge)}
          >
            Apply
          </Button>
        </>
      }
    >
      <DropZone
        className={styles['zone'] ?? ''}
        onDrop={({ items }) => {
          const [first] = items;
          if (first?.kind === 'file') void first.getFile().then(take);
        }}
      >
        <Text slot="label" className={styles['lead'] ?? ''}>
          Paste rows from a spreadsheet with their header, or drop a file: CSV, GeoJSON or YAML.
        </Text>
        {pasted.name === undefined ? (
          <TextField
            label="Branches"
            multiline
            rows={8}
            value={pasted.text}
            onChange={(text) => setPasted({ text })}
            placeholder={'id,name,number,latitude,longitude,postalCode,country,services,schedule,capacity'}
            description="Columns in any order; latitude and longitude, or postalCode; several services with blanks between them."
          />
        ) : (
          <p className={styles['file']}>
            <strong>{pasted.name}</strong>
            <Button variant="quiet" onPress={() => setPasted({ text: '' })}>
              Take another
            </Button>
          </p>
        )}
        <FileTrigger
          acceptedFileTypes={['.csv', '.tsv', '.txt', '.geojson', '.json', '.yaml', '.yml']}
          onSelect={(files) => void take(files?.[0])}
        >
          <Button>Choose a file</Button>
        </FileTrigger>
      </DropZone>
      <Switch
        label="Replace all branches"
        isSelected={replace}
        onChange={setReplace}
        description={
          replace ? 'Those that are not in what you import are removed.' : 'Those that are not in what you import stay.'
        }
      />
      <MergePreview reading={reading} merge={merge} present={branches} />
    </Dialog>
  );
}
