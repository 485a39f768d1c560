import { useState } from 'react';
import { useCommand, useCommandedCall, type Command } from '../../data/commands.ts';
import { deedOutcome, type DeedOutcome, type SentCommand } from './deed-outcome.ts';

/** The last thing that the call was told, and what became of it. */
export interface LastDeed {
  readonly command: Command;
  /** As far as it has come: not accepted yet, not accepted at all, or what the call's records tell. */
  readonly state:
    | { readonly kind: 'sending' }
    | { readonly kind: 'failed'; readonly problem: unknown }
    /** Accepted, and nothing is recorded of it after so long. */
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
    const sentAt = now;
    mutate(command, {
      onSuccess: () => {
        setSent({ command, sentAt });
        setWaiting(true);
      },
    });
  }

  function stateNow(): LastDeed['state'] | undefined {
    if (isPending) return { kind: 'sending' };
    if (error !== null) return { kind: 'failed', problem: error };
    if (sent === undefined) return undefined;
    if (outcome !== undefined && outcome.kind !== 'waiting') return outcome;
    return isLate ? { kind: 'unknown' } : { kind: 'waiting' };
  }

  const state = stateNow();
  return { last: state === undefined || variables === undefined ? undefined : { command: variables, state }, tell };
}
