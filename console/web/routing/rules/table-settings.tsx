import { Suspense, useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import { useIsUnfinished } from '../forms/unfinished.tsx';
import { settingsFormName } from './form-names.ts';
import { SettingsForm } from './late-forms.ts';
import styles from './rules.module.css';
import { settingsWords } from './settings-words.ts';

export interface TableSettingsProps {
  readonly desk: DraftDesk;
  readonly file: TableFile;
}

/** What holds for all rules. */
export function TableSettings({ desk, file }: TableSettingsProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const isUnfinished = useIsUnfinished(settingsFormName);
  const findings = desk.findings.filter(({ path }) => /^(?:callerId|dialling|patience|locale)\b/.test(path));
  return (
    <section className={styles['row']} aria-labelledby="table-settings">
      <div className={styles['line']}>
        <div className={styles['words']}>
          <h2 id="table-settings" className={styles['heading']}>
            Table settings
          </h2>
          {isUnfinished && <Tag tone="warning">unfinished</Tag>}
          <p className={styles['sentence']}>{settingsWords(file)}</p>
        </div>
        {desk.mayEdit && (
          <Button
            variant="quiet"
            onPress={() => setOpen(!isOpen)}
            aria-label={`${isOpen ? 'Close' : 'Edit'} the table settings`}
          >
            {isOpen ? 'Close' : 'Edit'}
          </Button>
        )}
      </div>
      <FindingLines table={desk.name} findings={findings} />
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <SettingsForm desk={desk} file={file} />
        </Suspense>
      )}
    </section>
  );
}
