import type { InvocationEventType } from '../../../../shared/contracts/sma-event.ts';
import type { Row } from '../support.ts';

const service = (name: string): string => `test/unit/infra/local/pstn-audio/service/${name}.test.ts`;

/** Every invocation event (Amazon Chime SDK developer guide, pstn-invocations). */
export const events: Readonly<Record<InvocationEventType, Row>> = {
  NEW_INBOUND_CALL: {
    support: '✅',
    evidence: 'seen',
    note: 'Without Status and ActionData, with SipMediaApplicationId, headers under the names they came with, as real calls showed; the other readings are switches. Prompts, RecordAudio, SendDigits, StartBotConversation and JoinChimeMeeting answer the call, CallAndBridge when the other side does; the rest do not.',
    shownBy: 'test/e2e/action-list.test.ts',
  },
  NEW_OUTBOUND_CALL: {
    support: '✅',
    evidence: 'seen',
    note: 'ActionData (CallCreateRequest) only with an ArgumentsMap. Actions of the reply are ignored, attributes kept. SipHeaders of the request go to the far end and are never shown.',
    shownBy: 'test/e2e/placed-call.test.ts',
  },
  RINGING: {
    support: '✅',
    evidence: 'seen',
    note: 'Actions of the reply are ignored, attributes taken if they can be read; nothing is wrong with such a reply, nor with one to NEW_OUTBOUND_CALL or ACTION_INTERRUPTED (our choice). A placed call rings 60 s (our choice).',
    shownBy: 'test/e2e/placed-call.test.ts',
  },
  CALL_ANSWERED: {
    support: '✅',
    evidence: 'seen',
    note: 'For calls that were placed only, never for LEG-B; a machine that answers has answered. Its Status is docs only.',
    shownBy: 'test/e2e/placed-call.test.ts',
  },
  ACTION_SUCCESSFUL: {
    support: '✅',
    evidence: 'seen',
    note: 'Parameters come back filled in. In mid-list six report, as AWS’s workshop says; SpeakAndGetDigits and StartBotConversation with them are our choice (switch MidListResults). An action of the reply that names no leg is for the leg in ActionData if that is connected, else for LEG-A; a meeting is never meant.',
    shownBy: 'test/e2e/action-list.test.ts',
  },
  ACTION_FAILED: {
    support: '✅',
    evidence: 'seen',
    note: 'The rest of the list falls. A caller who leaves during an action is told first by that action’s event with Status Disconnected, then by HANGUP (switch AbandonedAction).',
    shownBy: 'test/e2e/function-answers.test.ts',
  },
  ACTION_INTERRUPTED: {
    support: '✅',
    evidence: 'docs',
    note: 'PlayAudio, RecordAudio and Pause are cut short; any other action ends first.',
    shownBy: service('call-updates'),
  },
  DIGITS_RECEIVED: {
    support: '✅',
    evidence: 'docs',
    note: 'A reply with actions replaces the list and cuts short what can be interrupted.',
    shownBy: 'test/e2e/digits.test.ts',
  },
  CALL_UPDATE_REQUESTED: {
    support: '✅',
    evidence: 'seen',
    note: 'While a placed call rings, without Status, as RINGING (our choice).',
    shownBy: service('call-updates'),
  },
  HANGUP: {
    support: '✅',
    evidence: 'seen',
    note: 'One for each leg; the survivor stays up until the function hangs it up. SipResponseCode 0 after a normal end; of a call that was placed the code of the far end. A LEG-B that has ended stays among the Participants, the newest first (our choice).',
    shownBy: service('call-ends'),
  },
  INVALID_LAMBDA_RESPONSE: {
    support: '✅',
    evidence: 'seen',
    note: 'ErrorType and ErrorMessage stand beside CallDetails. `SchemaVersionMismatch` was seen, `TransactionAttributesInvalidMapSize` is docs only, the other names are ours. A second wrong reply ends the call.',
    shownBy: service('function-replies'),
  },
};
