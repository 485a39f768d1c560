import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from '../desk.module.css';
import { destinationWords } from '../destinations/find-destinations.ts';
import { Section } from '../../ui/section.tsx';
import type { DeskCall } from './desk-calls.ts';
import { lengthWords, stateTones, stateWords } from './desk-words.ts';
import type { PoppedCall } from './pops.ts';

interface Props {
  readonly calls: readonly DeskCall[];
  /** By the service's clock, in milliseconds since 1970. */
  readonly now: number;
  /** The context that is open. */
  readonly openId: string | undefined;
  readonly onShow: (call: PoppedCall) => void;
}

/** What is under way, whoever it concerns. */
export function CallList({ calls, now, openId, onShow }: Props): ReactElement {
  return (
    <Section title="Calls under way">
      {calls.length === 0 && <p className={styles['soft']}>There is none at the moment.</p>}
      <ul className={styles['list']}>
        {calls.map((call) => (
          <CallItem key={call.key} call={call} now={now} isOpen={isOpen(call, openId)} onShow={onShow} />
        ))}
      </ul>
    </Section>
  );
}

function isOpen({ contextId }: DeskCall, openId: string | undefined): boolean {
  return contextId !== undefined && contextId === openId;
}

interface ItemProps extends Pick<Props, 'now' | 'onShow'> {
  readonly call: DeskCall;
  readonly isOpen: boolean;
}

function CallItem({ call, now, isOpen, onShow }: ItemProps): ReactElement {
  const { contextId, destination, state, startedAt, isMine } = call;
  const name = destination === undefined ? 'nobody yet' : destinationWords(destination);
  return (
    <li className={classNames(styles['item'], isOpen && styles['open'])}>
      <span className={styles['words']}>
        <span>
          {name} <Tag tone={stateTones[state]}>{stateWords[state]}</Tag> {isMine && <Tag>mine</Tag>}
        </span>
        {startedAt !== undefined && <span className={styles['soft']}>for {lengthWords(now - startedAt)}</span>}
      </span>
      {contextId === undefined ? (
        <span className={styles['soft']}>no context</span>
      ) : isOpen ? (
        <span className={styles['soft']}>open</span>
      ) : (
        <Button aria-label={`Open the call for ${name}`} onPress={() => onShow({ ...call, contextId })}>
          Open
        </Button>
      )}
    </li>
  );
}
