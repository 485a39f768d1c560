import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../../shared/contracts/sma-response.ts';
import { apologise, tryNext } from '../attempts.ts';
import type { CallState } from '../call-state.ts';
import type { BridgeAttempt, Step, World } from '../step.ts';

/** The operator's service has answered: whom it names, if anybody, comes before the attempts still to come. */
export function afterLookedUp(
  state: CallState,
  event: SmaEvent,
  world: World,
  { words, attempts }: { readonly words: readonly SpeakAction[]; readonly attempts: readonly BridgeAttempt[] },
): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, undefined, words);
  const { facts, attemptNumber: made, remaining } = state;
  return tryNext({ event, world, facts, made, remaining: [...attempts, ...remaining], words });
}
