import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { CallerFile } from '../../../../shared/contracts/caller-file.ts';
import type { PlaceCallResponse } from '../../../../shared/contracts/local-cloud-api.ts';
import type { SimulatedOutcome } from '../../../routing/simulation/wish.ts';
import { useLocalState, usePlaceCall, usePutBehaviour } from '../../data/local-cloud.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { destinationName } from '../destinations.ts';
import { disposalsFor } from './behaviours.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly caller: CallerFile;
  /** Of everybody who may be met in the call. */
  readonly outcomes: Readonly<Record<string, SimulatedOutcome>>;
  readonly isDraft: boolean;
}

/** Has the local cloud make the call, with telephones disposed as in the simulation. */
export function PlaceCallDialog(props: Props): ReactElement {
  const { isOpen, onClose, caller, outcomes, isDraft } = props;
  const state = useLocalState();
  const put = usePutBehaviour();
  const place = usePlaceCall();
  const [placed, setPlaced] = useState<PlaceCallResponse>();
  const [problem, setProblem] = useState<unknown>();
  const [isPlacing, setIsPlacing] = useState(false);
  const disposals = state.data === undefined ? undefined : disposalsFor(outcomes, state.data);

  const start = async (): Promise<void> => {
    if (disposals === undefined) return;
    setIsPlacing(true);
    setProblem(undefined);
    setPlaced(undefined);
    try {
      for (const disposal of disposals.set) await put.mutateAsync(disposal);
      setPlaced(await place.mutateAsync({ caller }));
    } catch (error) {
      setProblem(error);
    } finally {
      setIsPlacing(false);
    }
  };

  return (
    <Dialog
      title="Place this call for real"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            variant="primary"
            onPress={() => void start()}
            isPending={isPlacing}
            isDisabled={disposals === undefined}
          >
            {placed === undefined ? 'Place the call' : 'Place it again'}
          </Button>
        </>
      }
    >
      <p>
        Somebody calls in the local cloud now, whatever moment the simulation has, and goes by the version in force
        {isDraft ? ', not by the draft' : ''}. Lots are drawn by the call itself.
      </p>
      {state.isPending && <Waiting words="Asking the local cloud" />}
      {state.isError && <ProblemNotice problem={state.error} onRetry={() => void state.refetch()} />}
      {disposals !== undefined && disposals.set.length > 0 && (
        <>
          <p>Telephones are set before, and stay so afterwards:</p>
          <ul>
            {disposals.set.map(({ destination, behaviour }) => (
              <li key={destination}>
                {destinationName(destination)}: {behaviourNames[behaviour]}
              </li>
            ))}
          </ul>
        </>
      )}
      {disposals !== undefined && disposals.not.length > 0 && (
        <Notice tone="warning" title="Not as in the simulation">
          <ul>
            {disposals.not.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void start()} />}
      {placed !== undefined && <Placed placed={placed} />}
    </Dialog>
  );
}

const behaviourNames = {
  answer: 'answers',
  busy: 'is busy',
  decline: 'declines',
  ringOut: 'lets it ring',
  ask: 'asks the desk',
} as const;

function Placed({ placed }: { readonly placed: PlaceCallResponse }): ReactElement {
  const { transactionId, notCarried } = placed;
  return (
    <Notice
      tone="good"
      title="The call is on its way"
      actions={<Link href={`/calls/${encodeURIComponent(transactionId)}`}>See the call</Link>}
    >
      {notCarried.length > 0 && (
        <>
          <p>It could not bring along:</p>
          <ul>
            {notCarried.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
