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
  /** The last record that had been seen by then: what it tells, and those before it, is of other commands. */
  readonly seen?: number;
}

/** Two clocks, and the service's own is known to a second only. */
const clockToleranceMs = 2000;

/** Records name commands, not their ids: the first of the same name that was recorded since it was sent is taken for it. */
export function deedOutcome({ records }: Pick<CallResponse, 'records'>, sent: SentCommand): DeedOutcome {
  const { command, sentAt, seen = -Infinity } = sent;
  const since = records.filter(({ at, sequence }) => sequence > seen && Date.parse(at) >= sentAt - clockToleranceMs);
  for (const [index, { happenings }] of since.entries()) {
    const isDone = happenings.some(
      (each) => each.kind === 'commanded' && each.from === 'operator' && isSame(each, command),
    );
    if (isDone) return laterRefusal(since.slice(index), command) ?? { kind: 'done' };
    const refusal = refusalsIn(happenings).find((because) => because !== deliveredTwice);
    if (refusal !== undefined) return { kind: 'refused', because: refusal };
  }
  return since.some(({ phase }) => phase === 'ended') ? { kind: 'ended' } : { kind: 'waiting' };
}

/** A command was delivered again after it was done: that is told of the second delivery, and changes nothing. */
const deliveredTwice = 'done-already';

/** A transfer is refused a record later, when its destination was not found. All else is refused at once, or not at all. */
function laterRefusal(records: CallResponse['records'], { command }: Command): DeedOutcome | undefined {
  if (command !== 'transfer') return undefined;
  const because = records.flatMap(({ happenings }) => refusalsIn(happenings)).find((each) => each === notFound);
  return because === undefined ? undefined : { kind: 'refused', because };
}

const notFound = 'destination-unknown';

function refusalsIn(happenings: CallResponse['records'][number]['happenings']): readonly string[] {
  return happenings.filter((each) => each.kind === 'commandRefused').map(({ because }) => because);
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
