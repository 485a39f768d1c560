import { memo, useEffect, useRef, type ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import type { CallResponse } from '../../../shared/contracts/calls-api.ts';
import { useCall } from '../data/calls.ts';
import { useLiveCalls } from '../data/live-calls.ts';
import { Problem } from '../data/problem.ts';
import { useSession } from '../session/session.ts';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { AttemptsTable } from './attempts-table.tsx';
import { CallCommands } from './call-commands.tsx';
import styles from './call-page.module.css';
import { callNow, callNowWords } from './call-state.ts';
import { DecisionPart } from './decision-part.tsx';
import { ladderOf } from './ladder.ts';
import { LadderTable } from './ladder/ladder-table.tsx';
import { summaryWords } from './summary-words.ts';

/** One call: what happened to it, and why. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function CallPage(): ReactElement {
  const { transactionId } = useParams<{ readonly transactionId: string }>();
  return <Call key={transactionId} transactionId={transactionId} />;
}

function Call({ transactionId }: { readonly transactionId: string }): ReactElement {
  const { data: call, error, isPending, refetch } = useCall(transactionId);
  const { now, contextId } = useNewsOf(transactionId, () => void refetch());
  const { can } = useSession();
  const isUnderWay = call?.summary?.ending === 'underWay';
  const lookedAt = contextId ?? call?.records.findLast((record) => record.contextId !== undefined)?.contextId;
  return (
    <Page
      title="One call"
      wide
      actions={call !== undefined && isUnderWay && can('calls/control') && <CallCommands call={call} />}
    >
      <p className={styles['id']}>
        <Link href="/calls">Calls</Link> / <code>{transactionId}</code>
      </p>
      {isPending && <Waiting words="Loading the call" />}
      {error !== null && (
        <ProblemNotice problem={error} onRetry={mayComeLater(error) ? () => void refetch() : undefined} />
      )}
      {call !== undefined && (
        <>
          <Headline call={call} now={now} />
          {isUnderWay && lookedAt !== undefined && can('call-contexts/read') && (
            <p>
              <Link href={`/desk?context=${encodeURIComponent(lookedAt)}&call=${encodeURIComponent(transactionId)}`}>
                Open it at the desk
              </Link>
            </p>
          )}
          <DecisionPart call={call} />
          <AttemptsTable call={call} />
          <LadderPart call={call} />
        </>
      )}
    </Page>
  );
}

function Headline({ call, now }: { readonly call: CallResponse; readonly now: number }): ReactElement {
  const { summary } = call;
  if (summary === undefined)
    return <Notice tone="warning">There are no records of this call: what happened to it is not known.</Notice>;
  const state = callNow({ startedAt: summary.startedAt, summary }, now);
  return (
    <div className={styles['headline']}>
      <p role="status">
        <Tag tone={state.tone}>{state.state === 'ended' ? callNowWords(state) : state.words}</Tag>
      </p>
      <p>
        <Moment at={summary.startedAt} />: {summaryWords(summary)}
      </p>
    </div>
  );
}

const LadderPart = memo(function LadderPart({ call }: { readonly call: CallResponse }): ReactElement {
  const { lanes, rungs, unknown } = ladderOf(call);
  return (
    <section className={styles['part']} aria-labelledby="what-happened">
      <h2 id="what-happened">What happened</h2>
      {unknown.map((words) => (
        <p key={words} className={styles['soft']}>
          {words}
        </p>
      ))}
      {rungs.length > 0 && <LadderTable lanes={lanes} rungs={rungs} />}
    </section>
  );
});

/** Has the call asked for again whenever the live list tells something else of it. */
function useNewsOf(
  transactionId: string,
  onNews: () => void,
): { readonly now: number; readonly contextId: string | undefined } {
  const { calls, now } = useLiveCalls();
  const live = calls.find((call) => call.transactionId === transactionId);
  const told = live === undefined ? undefined : JSON.stringify(live);
  const known = useRef(told);
  useEffect(() => {
    if (told === undefined || told === known.current) return;
    known.current = told;
    onNews();
  }, [told, onNews]);
  return { now, contextId: live?.contextId };
}

/** The first record is written a moment after the call begins. */
function mayComeLater(error: Error): boolean {
  return !(error instanceof Problem) || error.isPassing || error.code === 'call-not-found';
}
