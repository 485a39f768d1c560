import { useState } from 'react';
import { useCommand, useCommandedCall, type Command } from '../../data/commands.ts';
import { mayHaveArrived } from '../../data/problem.ts';
import { deedOutcome, type DeedOutcome, type SentCommand } from './deed-outcome.ts';

/** The last thing that the call was told, and what became of it. */
export interface LastDeed {
  readonly command: Command;
  /** As far as it has come: not accepted yet, not accepted at all, or what the call's records tell. */
  readonly state:
    | { readonly kind: 'sending' }
    | { readonly kind: 'failed'; readonly problem: unknown }
    /** Nobody said whether it was accepted: the records will tell. */
    | { readonly kind: 'unanswered' }
    /** Sent, and nothing is recorded of it after so long. */
    | { readonly kind: 'unknown' }
    | DeedOutcome;
}

/** Commands are good for a minute; records of what came of them are there within seconds. */
const waitAtMostMs = 20_000;

/** @param now by the service's clock, in milliseconds since 1970. */
export function useDeeds(
  transactionId: string,
  now: number,
): { readonly last: LastDeed | undefined; readonly tell: (command: Command) => void } {
  const { mutate, isPending, error, variables } = useCommand(transactionId);
  const [sent, setSent] = useState<SentCommand>();
  const [isWaiting, setWaiting] = useState(false);
  const { data } = useCommandedCall(transactionId, isWaiting);
  const outcome = sent === undefined || data === undefined ? undefined : deedOutcome(data, sent);
  const isLate = sent !== undefined && now - sent.sentAt > waitAtMostMs;
  const isSettled = (outcome !== undefined && outcome.kind !== 'waiting') || isLate;
  if (isWaiting && isSettled) setWaiting(false);

  function tell(command: Command): void {
    setSent(undefined);
    setWaiting(false);
    const seen = data?.records.at(-1)?.sequence;
    const watch = (): void => {
      setSent({ command, sentAt: now, ...(seen === undefined ? {} : { seen }) });
      setWaiting(true);
    };
    mutate(command, {
      onSuccess: watch,
      onError: (problem) => {
        if (mayHaveArrived(problem)) watch();
      },
    });
  }

  function stateNow(): LastDeed['state'] | undefined {
    if (isPending) return { kind: 'sending' };
    if (sent === undefined) return error === null ? undefined : { kind: 'failed', problem: error };
    if (outcome !== undefined && outcome.kind !== 'waiting') return outcome;
    if (isLate) return { kind: 'unknown' };
    return { kind: error === null ? 'waiting' : 'unanswered' };
  }

  const state = stateNow();
  return { last: state === undefined || variables === undefined ? undefined : { command: variables, state }, tell };
}
