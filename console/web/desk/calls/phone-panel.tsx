import type { ReactElement } from 'react';
import type { LocalState } from '../../../../shared/contracts/local-cloud-api.ts';
import { useHandlePhone, type PhoneDeed } from '../../data/desk.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from '../desk.module.css';
import { destinationWords } from '../destinations/find-destinations.ts';
import { Section } from '../../ui/section.tsx';

type Phone = LocalState['phones'][number];

/** The telephones of the local cloud that ring here, or are talked on. */
export function PhonePanel({ phones }: { readonly phones: readonly Phone[] }): ReactElement {
  const { mutate, isPending, error } = useHandlePhone();
  const handle = (phone: string, deed: PhoneDeed): void => mutate({ phone, deed });
  return (
    <Section title="Local telephones">
      {phones.length === 0 && (
        <p className={styles['soft']}>
          None rings. A destination rings here when it is set to ask you, in the simulator.
        </p>
      )}
      <ul className={styles['list']}>
        {phones.map((phone) => (
          <PhoneItem key={phone.phone} phone={phone} isPending={isPending} onDeed={handle} />
        ))}
      </ul>
      {error !== null && <ProblemNotice problem={error} />}
    </Section>
  );
}

interface ItemProps {
  readonly phone: Phone;
  readonly isPending: boolean;
  readonly onDeed: (phone: string, deed: PhoneDeed) => void;
}

function PhoneItem({ phone: { phone, destination, state }, isPending, onDeed }: ItemProps): ReactElement {
  const name = destinationWords(destination);
  return (
    <li className={styles['item']}>
      <span>
        {name} <Tag tone={state === 'ringing' ? 'warning' : 'good'}>{state === 'ringing' ? 'rings' : 'you talk'}</Tag>
      </span>
      <span className={styles['buttons']}>
        {state === 'ringing' ? (
          <>
            <Button
              variant="primary"
              aria-label={`Answer ${name}`}
              isDisabled={isPending}
              onPress={() => onDeed(phone, 'answer')}
            >
              Answer
            </Button>
            <Button aria-label={`Decline ${name}`} isDisabled={isPending} onPress={() => onDeed(phone, 'decline')}>
              Decline
            </Button>
          </>
        ) : (
          <Button
            variant="danger"
            aria-label={`Hang up ${name}`}
            isDisabled={isPending}
            onPress={() => onDeed(phone, 'hang-up')}
          >
            Hang up
          </Button>
        )}
      </span>
    </li>
  );
}
