import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import { say } from '../../shared/domain/call-speech/words.ts';
import { speak } from '../actions/speak.ts';
import type { CallState } from '../call-state.ts';
import { part, sayGoodbye } from '../endings.ts';
import { beginAttempts, beginPlan, keyPressed } from '../questions.ts';
import { telling, type Step, type World } from '../step.ts';

type Questioned = Extract<CallState, { phase: 'choosing' | 'confirming' | 'consenting' | 'offering' | 'surveying' }>;

/** A question was answered, or could not be asked: both ways on lead somewhere. */
export function afterQuestion(state: Questioned, event: SmaEvent, world: World): Step {
  const key = keyPressed(event);
  switch (state.phase) {
    case 'choosing': {
      const reasonId = state.options[Number(key ?? 0) - 1];
      const answered: Happening = { kind: 'menuAnswered', ...(reasonId === undefined ? {} : { reasonId }) };
      // What was decided for whoever chooses nothing is known already.
      if (reasonId === undefined) return telling(beginPlan(state, event, world), answered);
      return telling({ kind: 'route', state, wish: { kind: 'chosen', facts: state.facts, reasonId } }, answered);
    }
    case 'confirming': {
      const yes = key === '1';
      const step = yes ? beginPlan(state, event, world) : sayGoodbye(event, state.facts);
      return telling(step, { kind: 'callbackAnswered', yes });
    }
    case 'consenting': {
      const yes = key === '1';
      const step = beginAttempts({ ...state, recording: yes ? 'wanted' : 'off' }, event, world);
      return telling(step, { kind: 'recordingAnswered', yes });
    }
    case 'offering': {
      const yes = key === '1';
      const step: Step = yes
        ? { kind: 'route', state, wish: { kind: 'again', facts: state.facts } }
        : sayGoodbye(event, state.facts);
      return telling(step, { kind: 'anotherTryAnswered', yes });
    }
    case 'surveying': {
      const mark = key === undefined ? undefined : Number(key);
      const words = say(mark === undefined ? 'goodbye' : 'thanksForSurvey', state.facts.locale);
      return telling(part(event, state.facts, [speak(words)]), {
        kind: 'surveyAnswered',
        ...(mark === undefined ? {} : { mark }),
      });
    }
    default:
      return assertNever(state);
  }
}
