import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import styles from '../forms/forms.module.css';
import { LocalizedField } from '../forms/localized-field.tsx';
import { NamedList } from '../forms/named-list.tsx';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import type { Jump } from '../jump.ts';
import { plainText } from '../plain-text.ts';
import type { Reason } from '../table-parts.ts';
import { MenuForm } from './menu-form.tsx';
import { SynonymsField } from './synonyms-field.tsx';

const reasonSchema = routingTableFileSchema.shape.reasons.unwrap().valueType;

export interface MenuPartProps {
  readonly desk: DraftDesk;
  readonly file: TableFile;
  readonly jump: Jump | undefined;
}

/** Why people call, and what they are asked when they only dial. */
export function MenuPart({ desk, file, jump }: MenuPartProps): ReactElement {
  return (
    <div className={styles['section']}>
      <h2>Menu</h2>
      <FindingLines table={desk.name} findings={desk.findings.filter(({ path }) => /^menu\b/.test(path))} />
      <fieldset className={styles['fieldset']} disabled={!desk.mayEdit}>
        <MenuForm desk={desk} file={file} />
      </fieldset>
      <h2>Reasons</h2>
      <NamedList<Reason>
        desk={desk}
        mapKey="reasons"
        what="reason"
        map={file.reasons ?? {}}
        freshId="new-reason"
        fresh={() => ({ name: 'a new reason' })}
        empty="Reasons are what callers say they call for; the skill's interaction model takes its list from here."
        opened={jump === undefined ? undefined : String(jump.place.item)}
        summary={(_, { name }) => plainText(name)}
      >
        {(id, value) => <ReasonForm desk={desk} id={id} value={value} />}
      </NamedList>
    </div>
  );
}

function ReasonForm({
  desk,
  id,
  value,
}: {
  readonly desk: DraftDesk;
  readonly id: string;
  readonly value: Reason;
}): ReactElement {
  const form = usePartForm<Reason>({
    desk,
    path: ['reasons', id],
    value,
    schema: reasonSchema,
    form: `reason ${id}`,
    words: `changed ${id}`,
  });
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <LocalizedField
        label="Name"
        value={form.typed.name}
        onChange={(name) => form.set('name', name)}
        errors={form.errors.below('name')}
        description="As an agent reads it, and as callers hear it: a lost or stolen card"
      />
      <SynonymsField
        synonyms={form.typed.synonyms}
        onChange={(synonyms) => form.set('synonyms', synonyms)}
        errors={form.errors.below('synonyms')}
        isDisabled={!desk.mayEdit}
      />
    </div>
  );
}
