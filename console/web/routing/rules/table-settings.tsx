import type { ReactElement } from 'react';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { FixedPart } from './fixed-part.tsx';
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
  return (
    <FixedPart
      desk={desk}
      id="table-settings"
      heading="Table settings"
      what="the table settings"
      words={<p className={styles['sentence']}>{settingsWords(file)}</p>}
      findings={desk.findings.filter(({ path }) => /^(?:callerId|dialling|patience|locale)\b/.test(path))}
      form={<SettingsForm desk={desk} file={file} />}
      formName={settingsFormName}
    />
  );
}
