import type { ActionData, SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { attemptsAfter } from '../../shared/domain/routing/remaining-attempts.ts';
import { attemptMade, tryNext } from '../attempts.ts';
import type { LeftOut, Trying } from '../call-state.ts';
import { sendsHeaders } from '../context-sending.ts';
import { talking } from '../conversation.ts';
import { carryOn } from '../endings.ts';
import { otherSide } from '../legs.ts';
import { isRinging, telling, type Step, type World } from '../step.ts';
import { untold } from '../untold.ts';

/** An attempt came to nothing: it is made once more without what was refused of it, or the next one is made, as its policy has it. */
export function afterAttemptFailed(state: Trying, event: SmaEvent, world: World, outcome: PolicyOutcome): Step {
  const { facts, attemptNumber: made, current, remaining, meeting: leaving, without = [] } = state;
  const { Type: type } = event.ActionData ?? {};
  const isJoining = type === 'CallAndBridge' || type === 'JoinChimeMeeting';
  // Somebody has answered by now: what failed, or was refused, was beside it.
  if (!isJoining && isRinging(current) && otherSide(event) !== undefined) return carryOn(talking(state));
  const refused = refusedPart(state, event.ActionData ?? {}, outcome, world);
  const { recording } = type === 'Speak' ? untold(state) : state;
  const shared = { event, world, facts, made, recording, leaving, isAlone: isJoining };
  const errorType = event.ActionData?.ErrorType ?? event.ErrorType;
  const step =
    refused === undefined
      ? tryNext({ ...shared, remaining: attemptsAfter(current, outcome, remaining) })
      : tryNext({ ...shared, remaining: [current, ...remaining], without: [...without, refused] });
  // Words that could not be said are no end of an attempt that was not made yet.
  if (refused === 'words') return step;
  return telling(step, {
    kind: 'attemptEnded',
    attempt: attemptMade(state),
    outcome,
    ...(errorType === undefined ? {} : { errorType }),
  });
}

/** What an attempt can be made without, when that is why it failed; each thing is left out once. */
function refusedPart(
  { current, facts, without = [] }: Trying,
  action: Partial<ActionData>,
  outcome: PolicyOutcome,
  { ringbackTone }: World,
): LeftOut | undefined {
  const refused = ((): LeftOut | undefined => {
    if (action.Type === 'Speak') return isItself(current, action) ? undefined : 'words';
    if (action.Type !== 'CallAndBridge' || outcome !== 'misconfigured') return undefined;
    if (action.ErrorType === 'InvalidAudioSource') return ringbackTone === undefined ? undefined : 'ringback';
    return sendsHeaders(current, facts.contextId) ? 'headers' : undefined;
  })();
  return refused === undefined || without.includes(refused) ? undefined : refused;
}

/**
 * Whether the words are the attempt's own, and it is nothing without them: nobody is recorded who was not told to speak. They count as its own
 * when PSTN Audio does not say which they were, lest they be said for ever.
 */
function isItself(attempt: Attempt, { Parameters: { Text: text } = {} }: Partial<ActionData>): boolean {
  return 'words' in attempt && (text === undefined || text === attempt.words);
}
