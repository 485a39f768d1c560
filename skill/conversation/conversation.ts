import { assertNever } from '../../shared/domain/assert-never.ts';
import { afterCall } from './after-call.ts';
import { consentAnswered } from './consent-answered.ts';
import type { ConversationState } from './conversation-state.ts';
import type { Heard } from './heard.ts';
import { outcomeOfPreparing, outcomeOfStarting } from './outcomes.ts';
import { ask, askAgain } from './questions.ts';
import { afterNo, afterSkip, afterYes, afterNothingUnderstood } from './replies.ts';
import { beginning } from './session-attributes.ts';
import type { Step, Ways } from './step.ts';

/**
 * One conversation, from the skill's name to the call.
 *
 *   "open …" ─► beginning ─┐
 *   "… call about …" ──────┤
 *                          ▼
 *                  what is missing? ─── reason ───► asked for it, until there is one
 *                          │        ─── account ──► asked for it, twice at most
 *                          ▼
 *                       prepare ─── the number is not allowed ──► consent ─ yes ─► prepare ─ no ─► words, card, end
 *                          │    ─── the place is missing ───────► consent, else postal code ─► prepare
 *                          │    ─── not written ────────────────► again?
 *                          ▼
 *                    confirmation ── no, or a correction ──► what is missing?
 *                          │ yes
 *                          ▼
 *                        start ──► words, end
 *                          └─ not started ──► call back instead? again?
 *
 * In every place: help, repeat, stop, "call me back instead", another reason. Whoever is not understood is asked in other words, then helped on, then
 * given a number to dial.
 *
 * `next` is pure. What needs the network is asked for as a step and carried out by the shell around it, which goes on with what came of it. It
 * promises: no call that was not said yes to; nobody is asked the same thing for ever; every end says what to do next.
 */
export function next(state: ConversationState, heard: Heard, ways: Ways): Step {
  const understood: ConversationState = state.misses === 0 ? state : { ...state, misses: 0 };
  switch (heard.kind) {
    case 'launch':
      return ask('beginning', beginning);
    case 'call':
      return afterCall(state, heard, ways);
    case 'yes':
      return afterYes(state, ways);
    case 'no':
      return afterNo(understood, ways);
    case 'skip':
      return afterSkip(state, ways);
    case 'repeat':
      return askAgain(understood);
    case 'help':
      return isOpen(understood)
        ? askAgain(understood, (words) => words.help.speech)
        : { kind: 'ask', state: understood, question: (words) => words.help };
    case 'stop':
      return { kind: 'close', say: (words) => words.goodbye, ...leftover(state) };
    case 'notUnderstood':
      return afterNothingUnderstood(state, ways);
    case 'consent':
      return consentAnswered(understood, heard);
    case 'prepared':
      return outcomeOfPreparing(state, heard.prepared, ways);
    case 'notPrepared':
      return ask('prepareAgain', state);
    case 'started':
      return outcomeOfStarting(state, heard.started);
    default:
      return assertNever(heard);
  }
}

/** A question waits for its answer that is more than "what can I do for you?". */
function isOpen({ asked }: ConversationState): boolean {
  return asked !== undefined && asked !== 'beginning';
}

function leftover({ contextId }: ConversationState): Pick<Step, 'forget'> {
  return contextId === undefined ? {} : { forget: contextId };
}
