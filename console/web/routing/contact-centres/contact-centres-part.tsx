import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import styles from '../forms/forms.module.css';
import { NamedList } from '../forms/named-list.tsx';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import type { Jump } from '../jump.ts';
import type { ContactCentre, LookUp } from '../table-parts.ts';
import { ContactCentreForm } from './contact-centre-form.tsx';

export interface ContactCentresPartProps {
  readonly desk: DraftDesk;
  readonly file: TableFile;
  readonly jump: Jump | undefined;
}

/** Where calls can go, beside branches: contact centres, and services that say where. */
export function ContactCentresPart({ desk, file, jump }: ContactCentresPartProps): ReactElement {
  const opened = jump === undefined ? undefined : String(jump.place.item);
  return (
    <div className={styles['section']}>
      <h2>Contact centres</h2>
      <NamedList<ContactCentre>
        desk={desk}
        mapKey="contactCenters"
        what="contact centre"
        map={file.contactCenters ?? {}}
        freshId="contact-centre"
        fresh={() => ({
          voiceConnector: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
          user: '+12065550150',
          headerProfile: 'rfc7433',
        })}
        empty="A contact centre is reached over a Voice Connector of Amazon Chime SDK."
        opened={opened}
        summary={(_, { user, headerProfile = 'rfc7433' }) => `${user}, told by ${headerProfile}`}
      >
        {(id, value) => <ContactCentreForm desk={desk} id={id} value={value} />}
      </NamedList>
      <h2>Look-ups</h2>
      <NamedList<LookUp>
        desk={desk}
        mapKey="lookUps"
        what="look-up"
        map={file.lookUps ?? {}}
        freshId="look-up"
        fresh={() => ({ url: 'https://example.test/route' })}
        empty="A look-up asks a service of yours where a call goes."
        opened={opened}
        summary={(_, { url }) => url}
      >
        {(id, value) => <LookUpForm desk={desk} id={id} value={value} />}
      </NamedList>
    </div>
  );
}

const lookUpSchema = routingTableFileSchema.shape.lookUps.unwrap().valueType;

function LookUpForm({
  desk,
  id,
  value,
}: {
  readonly desk: DraftDesk;
  readonly id: string;
  readonly value: LookUp;
}): ReactElement {
  const form = usePartForm({
    desk,
    path: ['lookUps', id],
    value,
    schema: lookUpSchema,
    form: `look-up ${id}`,
    words: `changed ${id}`,
  });
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <TextField
        label="Address"
        type="url"
        value={form.typed.url}
        onChange={(url) => form.set('url', url)}
        description="It gets the call context by an HTTPS POST that is signed, and has 800 ms to answer"
        error={form.errors.at('url')}
        isDisabled={!desk.mayEdit}
      />
    </div>
  );
}
