import type { ReactElement } from 'react';
import {
  afterwardsOffers,
  callerKeyCommands,
  callerKeyDigits,
  recordingPolicies,
} from '../../../../shared/domain/routing/call-service.ts';
import { Select } from '../../ui/select.tsx';
import styles from '../forms/forms.module.css';
import type { Errors } from '../forms/part-issues.ts';
import type { CallService } from '../table-parts.ts';
import { afterwardsWords, keyWords, recordingWords } from './rule-words.ts';

const nothing = 'nothing';

export interface ServiceFieldsProps {
  readonly service: CallService;
  readonly onRecording: (recording: CallService['recording']) => void;
  readonly onAfterwards: (afterwards: CallService['afterwards']) => void;
  readonly onKeys: (keys: CallService['keys']) => void;
  readonly errors: Errors;
}

/** What callers are granted beside the attempts. */
export function ServiceFields(props: ServiceFieldsProps): ReactElement {
  const { service, onRecording, onAfterwards, onKeys, errors } = props;
  const { recording, afterwards, keys = {} } = service;

  function setKey(digit: string, command: string): void {
    const rest = Object.entries(keys).filter(([key]) => key !== digit);
    const next = command === nothing ? rest : [...rest, [digit, command] as const];
    onKeys(next.length === 0 ? undefined : Object.fromEntries(next));
  }

  return (
    <fieldset className={styles['group']}>
      <legend>What callers are granted</legend>
      <div className={styles['columns']}>
        <Select
          label="Recording"
          items={[
            { id: nothing, name: 'not recorded' },
            ...recordingPolicies.map((id) => ({ id, name: recordingWords[id] })),
          ]}
          selected={recording ?? nothing}
          onSelect={(id) => onRecording(id === nothing ? undefined : id)}
          error={errors.at('recording')}
        />
        <Select
          label="When the other side hangs up first"
          items={[
            { id: nothing, name: 'the call ends' },
            ...afterwardsOffers.map((id) => ({ id, name: afterwardsWords[id] })),
          ]}
          selected={afterwards ?? nothing}
          onSelect={(id) => onAfterwards(id === nothing ? undefined : id)}
          error={errors.at('afterwards')}
        />
      </div>
      <details>
        <summary>Keys while they talk ({Object.keys(keys).length})</summary>
        <div className={styles['columns']}>
          {callerKeyDigits.map((digit) => (
            <Select
              key={digit}
              label={`* ${digit}`}
              items={[{ id: nothing, name: 'nothing' }, ...callerKeyCommands.map((id) => ({ id, name: keyWords[id] }))]}
              selected={keys[digit] ?? nothing}
              onSelect={(command) => setKey(digit, command)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}
