import { Suspense, useState, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { lateComponent } from '../ui/late-component.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useDraftDesk } from '../workbench/use-draft-desk.tsx';
import { CallerFields } from './caller/caller-fields.tsx';
import { callerInAddress } from './caller/caller-link.ts';
import { CallerPicker } from './caller/caller-picker.tsx';
import { DestinationsPart } from './destinations-part.tsx';
import { destinationsOf } from './destinations.ts';
import { MomentField } from './moment-field.tsx';
import { Result } from './result/result.tsx';
import { Section } from '../ui/section.tsx';
import styles from './simulator.module.css';
import { useQuestion } from './use-question.ts';
import { useSimulation } from './use-simulation.ts';

const PlaceCallDialog = lateComponent(() =>
  import('./place/place-call-dialog.tsx').then(({ PlaceCallDialog: dialog }) => dialog),
);

interface Props {
  readonly table: string;
  /** All that there are, to change over. */
  readonly tables: readonly string[];
}

const simulatedTables = ['draft', 'published'] as const;
/** Which text of a table calls are simulated by. */
type SimulatedTable = (typeof simulatedTables)[number];

const tableNames: Readonly<Record<SimulatedTable, string>> = { draft: 'the draft', published: 'the version in force' };

/** One table and one caller. What is chosen is answered at once; the address always has the caller, to be passed on. */
export function Simulator({ table, tables }: Props): ReactElement {
  const [, navigate] = useLocation();
  const search = new URLSearchParams(useSearch());
  const of = search.get('of') === 'draft' ? 'draft' : 'published';
  const opened = useDraftDesk(table);
  const desk = opened.kind === 'ready' ? opened.desk : undefined;
  const source = of === 'draft' ? desk?.source : desk?.publishedSource;
  const question = useQuestion(search);
  const state = useSimulation(table, source, question.request);
  const { config, can } = useSession();
  const [isPlacing, setIsPlacing] = useState(false);
  const toast = useToast();
  const { form, request } = question;

  const go = (to: { readonly table?: string; readonly of?: SimulatedTable }): void => {
    const caller = callerInAddress(search, location.hash);
    const query = new URLSearchParams({ of: to.of ?? of }).toString();
    const fragment = caller === null ? '' : `#caller=${caller}`;
    navigate(`/simulator/${encodeURIComponent(to.table ?? table)}?${query}${fragment}`, { replace: true });
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(globalThis.location.href);
      toast('The address of this caller is copied');
    } catch {
      toast('The address could not be copied: copy it from the address bar', 'warning');
    }
  };
  const mayPlace = config.local !== undefined && can('calls/control');

  return (
    <Page
      title="Simulator"
      wide
      actions={
        <>
          <Button onPress={() => void share()} isDisabled={request === undefined}>
            Copy the address
          </Button>
          {mayPlace && (
            <Button
              variant="primary"
              onPress={() => setIsPlacing(true)}
              isDisabled={request === undefined || state.simulation === undefined}
            >
              Place this call for real
            </Button>
          )}
        </>
      }
    >
      <div className={styles['choices']}>
        <Select
          label="Table"
          items={[...new Set([table, ...tables])].map((id) => ({ id, name: id }))}
          selected={table}
          onSelect={(chosen) => go({ table: chosen })}
        />
        <Select
          label="By"
          items={simulatedTables.map((id) => ({ id, name: tableNames[id] }))}
          selected={of}
          onSelect={(chosen) => go({ of: chosen })}
          description={
            of === 'draft' && desk?.differs === false ? 'It says the same as the version in force' : undefined
          }
        />
      </div>
      {question.isLinkUnreadable && (
        <Notice tone="warning" title="The address does not say which caller is meant">
          It may have been cut short. Build the caller here, or open the link again.
        </Notice>
      )}
      {opened.kind === 'problem' && <ProblemNotice problem={opened.problem} onRetry={opened.retry} />}
      {desk !== undefined && source === undefined && (
        <Notice
          tone="info"
          title="Nothing is in force yet"
          actions={<Button onPress={() => go({ of: 'draft' })}>Simulate by the draft</Button>}
        >
          This table has not been published.
        </Notice>
      )}
      <div className={styles['page']}>
        <div className={styles['asked']}>
          <Section title="Caller">
            <form onSubmit={(event) => event.preventDefault()}>
              <CallerFields form={form} facts={state.facts} />
            </form>
          </Section>
          <Section title="When, and by lot">
            <div className={styles['fields']}>
              <MomentField at={question.at} onChange={question.setAt} timeZone={state.facts?.timeZone} />
              <TextField
                label="Lots are drawn by"
                value={question.seed}
                onChange={question.setSeed}
                maxLength={200}
                description="In a call it is the id of its context: another text, another draw"
              />
            </div>
          </Section>
          <Section title="Who answers">
            <DestinationsPart
              simulation={state.simulation}
              facts={state.facts}
              outcomes={question.outcomes}
              onOutcome={question.setOutcome}
              answers={question.answers}
              onAnswer={question.setAnswer}
            />
          </Section>
          <Section title="Another caller">
            <CallerPicker current={question.witness} onPick={question.pick} />
          </Section>
        </div>
        <div className={styles['answered']} aria-busy={state.isBusy}>
          {opened.kind === 'loading' && <Waiting words="Loading the table" />}
          {source !== undefined && state.simulation === undefined && state.isBusy && (
            <Waiting words="Reading the table" />
          )}
          {state.errors !== undefined && (
            <Notice tone="error" title="Nobody can be routed by this table yet">
              It has {state.errors === 1 ? 'an error' : `${state.errors} errors`}: mend what is found in{' '}
              <Link href={`/routing/${encodeURIComponent(table)}`}>its rules</Link> first.
            </Notice>
          )}
          {state.hasFailed && (
            <Notice tone="error" title="The simulation broke down">
              Reload the page; the address has the caller.
            </Notice>
          )}
          {request === undefined && (
            <Notice tone="warning" title="Something about the caller is not as it must be">
              What is shown is for the caller before. The fields say what is wrong.
            </Notice>
          )}
          {state.simulation !== undefined && (
            <Result
              simulation={state.simulation}
              facts={state.facts}
              onPlace={question.setPlace}
              onChoose={question.setChooses}
            />
          )}
        </div>
      </div>
      {isPlacing && mayPlace && request !== undefined && state.simulation !== undefined && (
        <Suspense fallback={null}>
          <PlaceCallDialog
            isOpen={isPlacing}
            onClose={() => setIsPlacing(false)}
            caller={request.caller}
            outcomes={Object.fromEntries(
              destinationsOf(state.simulation, question.outcomes).map(({ destination, outcome }) => [
                destination,
                outcome,
              ]),
            )}
            isDraft={of === 'draft' && desk?.differs === true}
          />
        </Suspense>
      )}
    </Page>
  );
}
