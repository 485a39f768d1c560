import type { CallResponse } from '../../../../shared/contracts/calls-api.ts';
import type { Command } from '../../data/commands.ts';

/** What came of a command that was accepted. `waiting`: records do not tell yet. */
export type DeedOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly because: string }
  /** The call was over before it could be told. */
  | { readonly kind: 'ended' };

export interface SentCommand {
  readonly command: Command;
  /** By the service's clock, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** Two clocks, and the service's own is known to a second only. */
const clockToleranceMs = 2000;

/** Records name commands, not their ids: the first of the same name that was recorded since it was sent is taken for it. */
export function deedOutcome({ records }: Pick<CallResponse, 'records'>, { command, sentAt }: SentCommand): DeedOutcome {
  const since = records.filter(({ at }) => Date.parse(at) >= sentAt - clockToleranceMs);
  for (const { happenings } of since) {
    const refusal = happenings.find((each) => each.kind === 'commandRefused');
    if (refusal !== undefined) return { kind: 'refused', because: refusal.because };
    const isDone = happenings.some(
      (each) => each.kind === 'commanded' && each.from === 'operator' && isSame(each, command),
    );
    if (isDone) return laterRefusal(since) ?? { kind: 'done' };
  }
  return since.some(({ phase }) => phase === 'ended') ? { kind: 'ended' } : { kind: 'waiting' };
}

/** A transfer is refused a record later, when its destination was not found. */
function laterRefusal(records: CallResponse['records']): DeedOutcome | undefined {
  const refusal = records.flatMap(({ happenings }) => happenings).find((each) => each.kind === 'commandRefused');
  return refusal === undefined ? undefined : { kind: 'refused', because: refusal.because };
}

function isSame(told: { readonly command: string; readonly destination?: string }, command: Command): boolean {
  if (told.command !== command.command) return false;
  return command.command !== 'transfer' || told.destination === command.destination;
}

const refusals: Readonly<Record<string, string>> = {
  'not-now': 'The call could not do that at this moment: nobody can be transferred while somebody else is being rung.',
  'destination-unknown': 'The table that the call goes by has no such destination. Choose another one.',
  'done-already': 'It was done already.',
  expired: 'It reached the call too late. Give the command again.',
  unverifiable: 'The call could not make sure who gave it. Give the command again in a moment.',
};

/** Why a call refused, in words. Codes that newer releases add are shown as they are. */
export function refusalWords(because: string): string {
  return refusals[because] ?? `The call refused: ${because}. Its records tell more.`;
}
