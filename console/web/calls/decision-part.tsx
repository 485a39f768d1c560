import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import type { CallResponse } from '../../../shared/contracts/calls-api.ts';
import { useSimulatedTables } from '../data/simulation.ts';
import { useSession } from '../session/session.ts';
import { callerOfCall } from '../simulator/caller/caller-of-call.ts';
import { writeCallerLink } from '../simulator/caller/caller-link.ts';
import { destinationName } from '../simulator/destinations.ts';
import { Moment } from '../ui/moment.tsx';
import styles from './call-page.module.css';
import { contextWords, entryWords, passedOverWords, ruleWords } from './words.ts';

/** Where the call was to go, and by what; and the way to decide it again. */
export function DecisionPart({ call }: { readonly call: CallResponse }): ReactElement {
  const { summary, records, deliveries } = call;
  const { can } = useSession();
  const routed = records
    .flatMap(({ happenings }) => happenings)
    .filter((happening) => happening.kind === 'routed')
    .at(-1);
  return (
    <section className={styles['part']} aria-labelledby="decision">
      <h2 id="decision">Decision</h2>
      <dl className={styles['facts']}>
        {routed === undefined ? (
          <Fact name="Rule">No decision is recorded.</Fact>
        ) : (
          <>
            <Fact name="Rule">{ruleWords(routed.ruleId)}</Fact>
            <Fact name="Table version">{routed.tableVersion ?? 'none'}</Fact>
            <Fact name="Entry">{entryWords[routed.entry]}</Fact>
            <Fact name="Reason">{routed.reasonId ?? 'none known'}</Fact>
            <Fact name="Language">{routed.locale ?? 'not known'}</Fact>
            <Fact name="Destinations">
              {routed.destinations.length === 0 ? 'nobody' : routed.destinations.map(destinationName).join(', then ')}
            </Fact>
            {routed.passedOver !== undefined && <Fact name="Passed over">{passedOverWords(routed.passedOver)}</Fact>}
          </>
        )}
        {summary !== undefined && <Fact name="Context">{contextWords(summary)}</Fact>}
        {deliveries !== undefined && deliveries.length > 0 && (
          <Fact name="Looked at by">
            {deliveries.map(({ to, at }, index) => (
              <span key={`${to} ${at}`}>
                {index > 0 && ', '}
                {to} (<Moment at={at} style="time" />)
              </span>
            ))}
          </Fact>
        )}
      </dl>
      {can('tables/read') && <Again call={call} tableVersion={routed?.tableVersion} />}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface AgainProps {
  readonly call: CallResponse;
  readonly tableVersion: number | undefined;
}

/** Records name the version, not the table: where there are several tables that have come so far, the reader chooses. */
function Again({ call, tableVersion }: AgainProps): ReactElement | null {
  const tables = useSimulatedTables();
  const caller = callerOfCall(call);
  const names = (tables.data?.tables ?? [])
    .filter(({ current }) => tableVersion === undefined || (current?.version ?? 0) >= tableVersion)
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <>
      <ul className={styles['links']}>
        {names.map((name) => (
          <li key={name} className={styles['links']}>
            {caller !== undefined && (
              <Link href={`/simulator/${encodeURIComponent(name)}?of=draft#caller=${writeCallerLink(caller)}`}>
                Decide again by the draft of {name}
              </Link>
            )}
            {tableVersion !== undefined && (
              <Link href={`/routing/${encodeURIComponent(name)}/history`}>
                Version {tableVersion} in the history of {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {caller !== undefined && (
        <p className={styles['soft']}>
          Records keep entry, reason, language and time. Number, place and attributes are not in them: add them in the
          simulator where a rule asks for them.
        </p>
      )}
    </>
  );
}
