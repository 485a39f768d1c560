import { assertNever } from '../../shared/domain/assert-never.ts';
import type { CallStartResult } from '../../shared/ports/call-starter.ts';
import type { Prepared } from '../calling/prepare-call.ts';
import type { Started } from '../calling/start-call.ts';
import type { Ssml } from '../speech/ssml.ts';
import type { Words } from '../speech/words.ts';
import type { Consent, ConversationState } from './conversation-state.ts';
import { announced, endingOf } from './draft.ts';
import { ask } from './questions.ts';
import type { Answer, Step, Ways } from './step.ts';

/** What there is to say once everything is gathered, or cannot be. */
export function outcomeOfPreparing(state: ConversationState, prepared: Prepared, ways: Ways): Step {
  switch (prepared.kind) {
    case 'ready': {
      const { contextId, lastDigits, accountId, rungEnough } = prepared;
      const accountEnding = accountId === undefined ? undefined : endingOf(accountId);
      const { accountEnding: _before, rungEnough: _then, ...rest } = state;
      return ask('confirmation', {
        ...rest,
        contextId,
        ...(lastDigits === undefined ? {} : { phoneEnding: lastDigits }),
        ...(accountEnding === undefined ? {} : { accountEnding }),
        ...(rungEnough === undefined ? {} : { rungEnough }),
      });
    }
    case 'numberMissing': {
      const { because } = prepared;
      const mayBeAsked = because === 'permissionMissing' && !state.consentsAsked.includes('mobileNumber');
      if (mayBeAsked) return askConsent('mobileNumber', state);
      return {
        kind: 'close',
        say: (words) => words.numberMissing[because],
        ...(because === 'permissionMissing' ? { card: { kind: 'consent', consent: 'mobileNumber' } as const } : {}),
      };
    }
    case 'numberNotRung': {
      const say = (words: Words): Ssml => words.numberNotRung[prepared.because];
      if (!ways.call) return { kind: 'close', say };
      const fromHere = ask('fromHere', { ...state, draft: { ...state.draft, way: 'call' } }, { before: say });
      return { ...fromHere, question: (words) => words.offerFromHere };
    }
    case 'placeMissing': {
      const consent = consentToPlace(prepared.because === 'permissionMissing', state, ways);
      return consent === undefined ? ask('postalCode', state) : askConsent(consent, state);
    }
    default:
      return assertNever(prepared);
  }
}

/** What would tell where the caller is, and has not been asked for: first where the device is now, then where it is said to stand. */
function consentToPlace(
  isAddressHidden: boolean,
  { consentsAsked }: ConversationState,
  { hidesItsPlace = false }: Ways,
): Consent | undefined {
  if (hidesItsPlace && !consentsAsked.includes('geolocation')) return 'geolocation';
  return isAddressHidden && !consentsAsked.includes('address') ? 'address' : undefined;
}

/** Once a session: an answer that changes nothing is not to be asked for for ever. */
function askConsent(consent: Consent, state: ConversationState): Answer {
  return { kind: 'askConsent', state: { ...state, consentsAsked: [...state.consentsAsked, consent] }, consent };
}

/** The device is about to call, the phone about to ring, or neither. */
export function outcomeOfStarting(state: ConversationState, started: Started): Step {
  const call = announced(state);
  switch (started.kind) {
    case 'started': {
      const { ingress } = started;
      return {
        kind: 'close',
        say: (words) =>
          ingress === 'callback' ? words.callingBack(call, state.phoneEnding ?? '') : words.calling(call),
        card: { kind: 'text', text: (words) => words.card(call, ingress) },
      };
    }
    case 'notStarted':
      return afterNotStarted(state, started.result.kind, started.others.includes('callback') && !state.rungEnough);
    case 'contextGone': {
      const { contextId: _gone, ...rest } = state;
      // Told again, it is written again: in another turn, so that nobody waits for all of it.
      return ask('prepareAgain', rest);
    }
    default:
      return assertNever(started);
  }
}

/** What may go better in a moment. */
const passing: readonly CallStartResult['kind'][] = ['busy', 'unavailable'];

function afterNotStarted(
  state: ConversationState,
  result: Exclude<CallStartResult['kind'], 'started'>,
  canCallBack: boolean,
): Answer {
  if (canCallBack) return ask('otherWay', state, { before: (words) => words.callNotStarted[result] });
  if (passing.includes(result)) return ask('again', state, { before: (words) => words.callNotStarted[result] });
  // What was written stays: whoever dials by hand now is known by it.
  return { kind: 'close', say: (words) => words.callNotStarted[result] };
}
