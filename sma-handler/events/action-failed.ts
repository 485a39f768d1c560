import { contextHeaders } from '../../shared/contracts/header-profiles.ts';
import type { ActionData, SmaEvent } from '../../shared/contracts/sma-event.ts';
import { outcomeOfError } from '../../shared/domain/call-flow/outcome.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { carryOn, hangUpEveryone } from '../attempts.ts';
import type { CallState, Trying } from '../call-state.ts';
import { attemptsAfter } from '../remaining-attempts.ts';
import type { Step, World } from '../step.ts';
import { afterAttemptFailed } from './attempt-failed.ts';

/** An action failed: the next attempt as the policy has it, or an apology. */
export function afterActionFailed(state: CallState, event: SmaEvent, world: World): Step {
  const { Type: type } = event.ActionData ?? {};
  // A Hangup that failed has nothing left to hang up; asking again would go round for ever.
  if (state.phase === 'ended' && type === 'Hangup') return carryOn(state);
  // The words were said.
  if (state.phase === 'parting' && type === 'Hangup') return hangUpEveryone(event);
  return afterAttemptFailed(state, event, world, (trying) => left(trying, event.ActionData ?? {}));
}

function left(trying: Trying, action: Partial<ActionData>): readonly Attempt[] {
  const { current, remaining } = trying;
  const outcome = outcomeOfError(action.ErrorType);
  // A message before the attempt could not be said: rather the attempt without it than neither.
  if (action.Type === 'Speak' && !saysItself(current, action)) return [current, ...remaining];
  if (outcome === 'misconfigured' && sentHeaders(trying)) return [withoutHeaders(current), ...remaining];
  return attemptsAfter(current, outcome, remaining);
}

/** Whether the words are the attempt's own. They count as its own when PSTN Audio does not tell them, lest it be made for ever. */
function saysItself(attempt: Attempt, { Parameters: { Text: text } = {} }: Partial<ActionData>): boolean {
  return 'words' in attempt && (text === undefined || text === attempt.words);
}

function sentHeaders({ current, facts }: Trying): boolean {
  return current.kind === 'contactCenter' && contextHeaders(current.headers, facts.contextId) !== undefined;
}

/** One bad header fails the whole CallAndBridge: rather the caller without a context than no caller. */
function withoutHeaders(attempt: Attempt): Attempt {
  return attempt.kind === 'contactCenter' ? { ...attempt, headers: { profile: 'none' } } : attempt;
}
