import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { CallsOfContextResponse } from '../../../../shared/contracts/desk-api.ts';
import { endingTones, endingWords } from '../../calls/words.ts';
import { useCallsOfContext } from '../../data/contexts.ts';
import { Ago } from '../../ui/moment.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import desk from '../desk.module.css';
import { destinationWords } from '../destinations/find-destinations.ts';
import { Section } from '../../ui/section.tsx';

interface Props {
  readonly contextId: string;
  /** The call that is open, which is not an earlier one. */
  readonly transactionId: string | undefined;
}

/** What the same caller has called for before, as long as it is known. */
export function EarlierCalls({ contextId, transactionId }: Props): ReactElement {
  const { data, isPending, error, refetch } = useCallsOfContext(contextId, true);
  const earlier = data?.calls.filter((call) => call.transactionId !== transactionId) ?? [];
  return (
    <Section title="Other calls of this caller">
      {isPending && <Waiting words="Looking for them" />}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data !== undefined && earlier.length === 0 && (
        <p className={desk['soft']}>None in the last hour: callers are known for no longer.</p>
      )}
      <ul className={desk['list']}>
        {earlier.map((call) => (
          <EarlierCall key={call.transactionId} call={call} />
        ))}
      </ul>
    </Section>
  );
}

function EarlierCall({ call }: { readonly call: CallsOfContextResponse['calls'][number] }): ReactElement {
  const { transactionId, startedAt, summary, sameContext } = call;
  return (
    <li className={desk['item']}>
      <Link href={`/calls/${encodeURIComponent(transactionId)}`}>
        <Ago at={startedAt} />
      </Link>
      <span className={desk['buttons']}>
        {summary?.reasonId !== undefined && <span>{summary.reasonId}</span>}
        {summary?.answeredBy !== undefined && <span>{destinationWords(summary.answeredBy)}</span>}
        {summary !== undefined && <Tag tone={endingTones[summary.ending]}>{endingWords[summary.ending]}</Tag>}
        {sameContext && <Tag>same request</Tag>}
      </span>
    </li>
  );
}
