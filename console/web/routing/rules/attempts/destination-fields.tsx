import type { ReactElement } from 'react';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from '../../forms/forms.module.css';
import { LocalizedField } from '../../forms/localized-field.tsx';
import type { Errors } from '../../forms/part-issues.ts';
import { useNames } from '../../names-context.tsx';
import type { Attempt } from '../../table-parts.ts';
import { attemptTitles } from './attempt-kinds.ts';

/** What every kind has that can be one of a choice. */
export type Destination = Pick<
  Attempt,
  'contactCenter' | 'branch' | 'phone' | 'meeting' | 'lookUp' | 'message' | 'voicemail'
>;

export interface DestinationFieldsProps {
  readonly destination: Destination;
  readonly onChange: (destination: Destination) => void;
  readonly errors: Errors;
}

/** Who or what it is that is tried. */
export function DestinationFields({ destination, onChange, errors }: DestinationFieldsProps): ReactElement | null {
  const names = useNames();
  const { contactCenter, branch, phone, meeting, lookUp, message, voicemail } = destination;
  if (contactCenter !== undefined)
    return (
      <ComboBox
        label={attemptTitles.contactCenter}
        items={names.contactCentres}
        value={contactCenter}
        onChange={(id) => onChange({ contactCenter: id })}
        error={errors.at('contactCenter')}
        description={errors.noteAt('contactCenter')}
        allowsCustomValue
      />
    );
  if (branch !== undefined)
    return (
      <ComboBox
        label="Branch"
        items={names.branches}
        value={branch}
        onChange={(id) => onChange({ branch: id })}
        error={errors.at('branch')}
        description={errors.noteAt('branch')}
        allowsCustomValue
      />
    );
  if (lookUp !== undefined)
    return (
      <ComboBox
        label="Look-up"
        items={names.lookUps}
        value={lookUp}
        onChange={(id) => onChange({ lookUp: id })}
        error={errors.at('lookUp')}
        description={errors.noteAt('lookUp')}
        allowsCustomValue
      />
    );
  if (meeting !== undefined)
    return (
      <TextField
        label="Name of the meeting"
        value={meeting}
        onChange={(id) => onChange({ meeting: id })}
        error={errors.at('meeting')}
        description={errors.noteAt('meeting')}
      />
    );
  if (phone !== undefined)
    return (
      <div className={styles['row']}>
        <div className={styles['short']}>
          <TextField
            label="Name"
            value={phone.id}
            onChange={(id) => onChange({ phone: { ...phone, id } })}
            error={errors.at('phone', 'id')}
            description={errors.noteAt('phone', 'id')}
          />
        </div>
        <div className={styles['grow']}>
          <TextField
            label="Number"
            type="tel"
            placeholder="+12065550100"
            value={phone.number}
            onChange={(number) => onChange({ phone: { ...phone, number } })}
            error={errors.at('phone', 'number') ?? errors.at('phone')}
            description={errors.noteAt('phone', 'number')}
          />
        </div>
      </div>
    );
  if (message !== undefined)
    return (
      <Sayings
        id={message.id}
        onId={(id) => onChange({ message: { ...message, id } })}
        errors={errors.below('message')}
        words={
          <LocalizedField
            label="Words"
            value={message.words}
            onChange={(words) => onChange({ message: { ...message, words } })}
            errors={errors.below('message', 'words')}
            multiline
          />
        }
      />
    );
  if (voicemail !== undefined)
    return (
      <div className={styles['stack']}>
        <Sayings
          id={voicemail.id}
          onId={(id) => onChange({ voicemail: { ...voicemail, id } })}
          errors={errors.below('voicemail')}
          words={
            <LocalizedField
              label="Said before the tone"
              value={voicemail.words}
              onChange={(words) => onChange({ voicemail: { ...voicemail, words } })}
              errors={errors.below('voicemail', 'words')}
              multiline
            />
          }
        />
        <div className={styles['middle']}>
          <NumberField
            label="May speak for"
            unit="s"
            minValue={1}
            maxValue={600}
            value={voicemail.maximum}
            description={errors.noteAt('voicemail', 'maximum') ?? '120 s when it is left out'}
            onChange={(maximum) => onChange({ voicemail: { ...voicemail, maximum } })}
            error={errors.at('voicemail', 'maximum')}
          />
        </div>
      </div>
    );
  return null;
}

interface SayingsProps {
  readonly id: string;
  readonly onId: (id: string) => void;
  readonly words: ReactElement;
  readonly errors: Errors;
}

function Sayings({ id, onId, words, errors }: SayingsProps): ReactElement {
  return (
    <div className={`${styles['row']} ${styles['top']}`}>
      <div className={styles['short']}>
        <TextField label="Name" value={id} onChange={onId} error={errors.at('id')} />
      </div>
      <div className={styles['grow']}>{words}</div>
    </div>
  );
}
