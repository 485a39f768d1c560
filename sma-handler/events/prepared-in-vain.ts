import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../../shared/contracts/sma-response.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import { apologise, tryNext } from '../attempts.ts';
import type { CallState } from '../call-state.ts';
import { attemptsAfter } from '../remaining-attempts.ts';
import type { Step, World } from '../step.ts';

/** No meeting to be had, or no answer of the operator's service that helps: the next attempt as the policy has it. */
export function afterPreparedInVain(
  state: CallState,
  event: SmaEvent,
  world: World,
  { words, outcome }: { readonly words: readonly SpeakAction[]; readonly outcome: PolicyOutcome },
): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, undefined, words);
  const { facts, attemptNumber: made, current } = state;
  const remaining = attemptsAfter(current, outcome, state.remaining);
  return tryNext({ event, world, facts, made, remaining, words });
}
