import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { defaultContextHeaderName } from '../../../../shared/contracts/header-profiles.ts';
import { headerProfiles } from '../../../../shared/domain/routing/header-profile.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import styles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import type { ContactCentre } from '../table-parts.ts';
import { FixedHeaders } from './fixed-headers.tsx';
import { HeaderPreview } from './header-preview.tsx';
import { profileWords } from './profile-words.ts';

const contactCentreSchema = routingTableFileSchema.shape.contactCenters.unwrap().valueType;

export interface ContactCentreFormProps {
  readonly desk: DraftDesk;
  readonly id: string;
  readonly value: ContactCentre;
}

/** Where a contact centre is, and how it learns which call it gets. */
export function ContactCentreForm({ desk, id, value }: ContactCentreFormProps): ReactElement {
  const form = usePartForm({
    desk,
    path: ['contactCenters', id],
    value,
    schema: contactCentreSchema,
    form: `contact centre ${id}`,
    words: `changed ${id}`,
  });
  const { typed, errors } = form;
  const isDisabled = !desk.mayEdit;
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <TextField
        label="Voice Connector"
        value={typed.voiceConnector}
        placeholder="arn:aws:chime:us-east-1:111122223333:vc/…"
        onChange={(arn) => form.set('voiceConnector', arn.trim())}
        description="The ARN of a Voice Connector or Voice Connector group of Amazon Chime SDK"
        error={errors.at('voiceConnector')}
        isDisabled={isDisabled}
      />
      <div className={styles['columns']}>
        <TextField
          label="User"
          value={typed.user}
          onChange={(user) => form.set('user', user.trim())}
          description="The user part of the SIP address that is called: a number, mostly"
          error={errors.at('user')}
          isDisabled={isDisabled}
        />
        <Select
          label="Header profile"
          items={headerProfiles.map((profile) => ({
            id: profile,
            name: profile,
            description: profileWords[profile].sends,
          }))}
          selected={typed.headerProfile ?? 'rfc7433'}
          onSelect={(profile) => form.set('headerProfile', profile)}
          error={errors.at('headerProfile')}
          isDisabled={isDisabled}
        />
        {(typed.headerProfile === 'x-header' || typed.headerName !== undefined) && (
          <TextField
            label="Name of the header"
            value={typed.headerName ?? ''}
            placeholder={defaultContextHeaderName}
            onChange={(name) => form.set('headerName', name === '' ? undefined : name)}
            error={errors.at('headerName')}
            isDisabled={isDisabled}
          />
        )}
        <NumberField
          label="The platform takes at most"
          unit="characters"
          minValue={1}
          maxValue={2048}
          value={typed.headerLimit}
          onChange={(limit) => form.set('headerLimit', limit)}
          description="Only where it is less than usual for the profile"
          error={errors.at('headerLimit')}
          isDisabled={isDisabled}
        />
      </div>
      <FixedHeaders
        headers={typed.headers ?? {}}
        onChange={(headers) => form.set('headers', headers)}
        errors={errors.below('headers')}
        isDisabled={isDisabled}
      />
      <fieldset className={styles['group']}>
        <legend>What it gets, for an example</legend>
        <HeaderPreview centre={typed} />
      </fieldset>
    </div>
  );
}
