import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { skillLocales } from '../../../../shared/contracts/skill-locales.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TagField } from '../../ui/tag-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { errorInList } from '../forms/part-issues.ts';
import styles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import { settingsFormName } from './form-names.ts';

const settingsSchema = routingTableFileSchema.pick({ callerId: true, dialling: true, patience: true, locale: true });
type Settings = Pick<TableFile, 'callerId' | 'dialling' | 'patience' | 'locale'>;

export interface SettingsFormProps {
  readonly desk: DraftDesk;
  readonly file: TableFile;
}

/** Everything that holds for all rules. */
export function SettingsForm({ desk, file }: SettingsFormProps): ReactElement {
  const value: Settings = {
    callerId: file.callerId,
    dialling: file.dialling,
    ...(file.patience === undefined ? {} : { patience: file.patience }),
    ...(file.locale === undefined ? {} : { locale: file.locale }),
  };
  const form = usePartForm({
    desk,
    path: [],
    value,
    schema: settingsSchema,
    form: settingsFormName,
    words: 'changed the table settings',
  });
  const { typed, errors } = form;
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <div className={styles['columns']}>
        <TextField
          label="Caller id"
          type="tel"
          value={typed.callerId}
          onChange={(callerId) => form.set('callerId', callerId)}
          description="A number of yours: shown to whoever is called"
          error={errors.at('callerId')}
        />
        <NumberField
          label="Patience"
          unit="s"
          minValue={10}
          maxValue={900}
          value={typed.patience}
          onChange={(patience) => form.set('patience', patience)}
          description="How long callers wait, all attempts together; 180 s when it is left out"
          error={errors.at('patience')}
        />
        <ComboBox
          label="Locale"
          items={skillLocales.map((id) => ({ id, name: id }))}
          value={typed.locale ?? ''}
          onChange={(locale) => form.set('locale', locale === '' ? undefined : locale)}
          description="Of texts that name none, and of callers of whom none is known"
          error={errors.at('locale')}
          allowsCustomValue
        />
        <TagField
          label="May be dialled"
          values={typed.dialling.allow}
          onChange={(allow) => form.set('dialling', { ...typed.dialling, allow: [...allow] })}
          description="How numbers begin: +1"
          error={errorInList(errors.below('dialling', 'allow'), typed.dialling.allow)}
        />
        <TagField
          label="Never dialled"
          values={typed.dialling.deny ?? []}
          onChange={(deny) =>
            form.set('dialling', {
              allow: typed.dialling.allow,
              ...(deny.length === 0 ? {} : { deny: [...deny] }),
            })
          }
          description="A denial wins"
          error={errorInList(errors.below('dialling', 'deny'), typed.dialling.deny ?? [])}
        />
      </div>
    </div>
  );
}
