import type { ReactElement, ReactNode } from 'react';
import type { LiveCall } from '../../../../shared/contracts/desk-api.ts';
import { useCallContext } from '../../data/contexts.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from '../desk.module.css';
import { Section } from '../../ui/section.tsx';
import { ContextFacts } from './context-facts.tsx';
import { EarlierCalls } from './earlier-calls.tsx';

interface Props {
  readonly contextId: string;
  /** Absent: it is not among the calls of the last hour. */
  readonly call: LiveCall | undefined;
  /** By the service's clock, in milliseconds since 1970. */
  readonly now: number;
  /** Somebody has opened it, and works on in it. */
  readonly isAskedFor: boolean;
  readonly onClose: () => void;
  /** What can be done with the call. */
  readonly children: ReactNode;
}

/** Who is calling, and why. */
export function ContextPanel({ contextId, call, now, isAskedFor, onClose, children }: Props): ReactElement {
  const { data, isPending, error, refetch } = useCallContext(contextId);
  return (
    <>
      <Section title="Caller" takesFocus={isAskedFor}>
        {isPending && <Waiting words="Asking who is calling" />}
        {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
        {data !== undefined && <ContextFacts context={data.callContext} call={call} now={now} />}
        {children}
        <div className={styles['buttons']}>
          <Button onPress={onClose}>Close this caller</Button>
        </div>
      </Section>
      {data !== undefined && <EarlierCalls contextId={contextId} transactionId={call?.transactionId} />}
    </>
  );
}
