import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { meetingWaitSeconds } from '../../shared/domain/routing/meeting-wait.ts';
import { say } from '../../shared/domain/call-speech/words.ts';
import { speak } from '../actions/speak.ts';
import { tryNext } from '../attempts.ts';
import type { CallState, Trying, Waiting } from '../call-state.ts';
import { afterConversationActionDone, afterOtherSideLeft, beginConversation } from '../conversation.ts';
import { carryOn, goOnInTheDark, hangUpEveryone, part } from '../endings.ts';
import { callerHasLeft, hungUpLeg, otherSideHasLeft } from '../legs.ts';
import { isOfAttempt } from '../own-actions.ts';
import { afterRejoiningActionDone } from '../rejoining.ts';
import { telling, type Step, type World } from '../step.ts';
import { afterLeaving, afterMeetingEnded, afterRound } from '../waiting.ts';
import { afterCallerLeft } from './caller-left.ts';
import { afterQuestion } from './question-answered.ts';
import { voicemailLeft } from './voicemail-left.ts';

/** An action went well: somebody answered, a key was pressed, a voicemail was left, or words were said. */
export function afterActionSuccessful(state: CallState, event: SmaEvent, world: World): Step {
  if (callerHasLeft(event)) return afterCallerLeft(state, event);
  const type = event.ActionData?.Type;
  switch (state.phase) {
    case 'trying':
      return afterAttempt(state, event, world);
    case 'waiting':
      if (type === 'Hangup') return afterMeetingEnded(state, event, world);
      // Words before the music: what is left of the list goes on.
      return type === 'PlayAudio' || type === 'Pause' ? afterRound(state) : carryOn(state);
    case 'connected':
      return afterConversationActionDone(state, event);
    case 'rejoining':
      return afterRejoiningActionDone(state, event, world);
    case 'leaving':
      return type === 'Hangup' ? afterLeaving(state, event, world) : carryOn(state);
    case 'choosing':
    case 'confirming':
    case 'consenting':
    case 'offering':
    case 'surveying':
      return type === 'SpeakAndGetDigits' ? afterQuestion(state, event, world) : carryOn(state);
    case 'parting':
    case 'apologising':
      // The words are being said, and the rest of the list is to come; or one leg is gone, and the other is to go too.
      return type === 'Hangup' ? hangUpEveryone(state, event, hungUpLeg(event)) : carryOn(state);
    case 'ended':
      return hangUpEveryone(state, event, hungUpLeg(event));
    case 'callingBack':
      return carryOn(state);
    case 'new':
      return goOnInTheDark(state, event);
    default:
      return assertNever(state);
  }
}

function afterAttempt(state: Trying, event: SmaEvent, world: World): Step {
  const { facts, meeting, current, attemptNumber: made, remaining, recording } = state;
  const type = event.ActionData?.Type;
  if (current.kind === 'message')
    return isOfAttempt(current, type) ? tryNext({ event, world, facts, made, remaining, recording }) : carryOn(state);
  switch (type) {
    case 'RecordAudio':
      return telling(part(event, facts, [speak(say('thanksForVoicemail', facts.locale))]), voicemailLeft(state, event));
    case 'JoinChimeMeeting':
      if (current.kind !== 'meeting' || meeting === undefined) return carryOn(state);
      return inMeeting({ ...state, phase: 'waiting', current, meeting, rounds: 0 }, event);
    case 'CallAndBridge': {
      const begun = beginConversation(state, event, world);
      // It hung up as soon as it had answered: HANGUP may have come before this, and will not come again.
      return otherSideHasLeft(event) && begun.state.phase === 'connected'
        ? telling(afterOtherSideLeft(begun.state, event), ...(begun.happenings ?? []), {
            kind: 'legEnded',
            leg: 'LEG-B',
          })
        : begun;
    }
    default:
      // Words before the attempt: what is left of the list goes on.
      return carryOn(state);
  }
}

function inMeeting(state: Waiting, event: SmaEvent): Step {
  const { facts, current, meeting } = state;
  return {
    kind: 'invite',
    state,
    invitation: {
      transactionId: event.CallDetails.TransactionId,
      destinationId: current.id,
      meetingId: meeting.meetingId,
      waitsSeconds: meetingWaitSeconds(current),
      ...(facts.contextId === undefined ? {} : { contextId: facts.contextId }),
      ...(facts.locale === undefined ? {} : { locale: facts.locale }),
    },
  };
}
