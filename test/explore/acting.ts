import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import { callerLeg } from '../support/sma-event-builder.ts';
import { endsOf, reportingInMidList, type ActionEnd } from './action-ends.ts';
import { isTalk, otherIsThere, type Call } from './call.ts';
import { hungUp, legOf } from './leaving.ts';
import type { Emit } from './move.ts';
import type { Reading } from './reading.ts';
import type { Parts } from './scenario.ts';

export interface Acting {
  readonly parts: Parts;
  readonly reading: Reading;
  readonly emit: Emit;
}

/** The next action of the list begins; one for a leg that has gone fails at once. */
export function begin(call: Call, { parts, reading, emit }: Acting): void {
  const [id = 0, ...waiting] = call.waiting;
  const action = parts.actions.at(id);
  if (action === undefined) return;
  const { Type: type } = action;
  const leg = legOf(call, action.Parameters);
  if (leg === 'gone') {
    emit({
      label: `${type} for a leg that has gone`,
      call: failed({ ...call, waiting }, id, 'InvalidActionParameter', parts),
    });
    return;
  }
  if (type === 'Hangup') {
    const wordless = leg === 'a' && call.owed && !call.dismissed ? ['(2) the caller is hung up without a word'] : [];
    const after = hungUp(call, leg, id, reading, parts);
    emit({ label: `Hangup of LEG-${leg.toUpperCase()}`, call: after, breaches: wordless });
    return;
  }
  const breaches =
    otherIsThere(call) && (type === 'JoinChimeMeeting' || type === 'CallAndBridge')
      ? [`(6) ${type} on a bridged call`]
      : [];
  const speaks = type === 'Speak' || type === 'SpeakAndGetDigits';
  // Whoever has waited is owed words again.
  const waits = (type === 'PlayAudio' || type === 'Pause') && !isTalk(call);
  const begun = { ...call, waiting, running: id, superseded: false, owed: (call.owed || waits) && !speaks };
  emit({ label: `${type} begins`, call: begun, breaches });
}

/** What runs ends, in every way that it can. */
export function end(call: Call, { parts, reading, emit }: Acting): void {
  const action = parts.actions.at(call.running);
  if (action === undefined) return;
  for (const way of endsOf(action)) {
    if (way.kind === 'failed') {
      const { errorType } = way;
      // Words that could not be said are no fault of the function's.
      const isWords = action.Type === 'Speak' || action.Type === 'SpeakAndGetDigits';
      const owed = !isWords && (call.owed || action.Type === 'CallAndBridge' || action.Type === 'JoinChimeMeeting');
      const after = failed({ ...call, owed }, call.running, errorType, parts);
      emit({ label: `${action.Type} fails: ${errorType ?? 'Error'}`, call: after });
      continue;
    }
    if (way.isAnswer === true && call.answers === 0) continue;
    const changed = changedBy(action, call, parts);
    if (changed === undefined) continue;
    const answered = way.isAnswer === true ? { ...changed, answers: call.answers - 1 } : changed;
    emit({
      label: `${action.Type} ends${pressed(way)}`,
      call: succeeded(answered, action, way, { parts, reading }),
      isOutside: way.isAnswer === true || action.Type === 'CallAndBridge',
    });
  }
}

function pressed({ result }: Extract<ActionEnd, { kind: 'done' }>): string {
  const digits = result?.['ReceivedDigits'];
  if (typeof digits !== 'string') return '';
  return digits === '' ? ': no key' : `: key ${digits}`;
}

/** What an action that goes well does; undefined when it cannot. */
function changedBy(action: SmaAction, call: Call, parts: Parts): Call | undefined {
  switch (action.Type) {
    case 'CallAndBridge':
      return otherIsThere(call) ? undefined : withOther({ ...call, owed: false }, 'phone', 0);
    case 'JoinChimeMeeting': {
      const meeting = parts.names.id(action.Parameters.MeetingId ?? '');
      return otherIsThere(call) || !call.open.includes(meeting) ? undefined : withOther(call, 'meeting', meeting);
    }
    case 'StartCallRecording':
      return call.recorded ? undefined : { ...call, recorded: true };
    case 'PauseCallRecording':
    case 'ResumeCallRecording':
      return call.recorded ? call : undefined;
    case 'ModifyChimeMeetingAttendees':
      return call.b === 'meeting' ? call : undefined;
    case 'ReceiveDigits':
      return { ...call, armed: true };
    default:
      return call;
  }
}

function withOther(call: Call, b: 'phone' | 'meeting', bMeeting: number): Call {
  return { ...call, b, bMeeting, bId: call.bId === 1 ? 2 : 1, former: call.b === 'gone' };
}

/** The rest of a list falls with the action that failed in it; a list that has come since stays. */
function failed(call: Call, id: number, errorType: string | undefined, parts: Parts): Call {
  const { superseded, waiting, pending } = call;
  const notice = parts.notices.idBy(`failed ${id} ${errorType} ${superseded}`, () => {
    const data = dataOf(parts.actions.at(id));
    const error = errorType === undefined ? { Error: `Error: ${data.Type} did not work` } : { ErrorType: errorType };
    return { type: 'ACTION_FAILED', actionData: { ...data, ...error }, ...staleness(call) };
  });
  return { ...call, running: 0, superseded: false, waiting: superseded ? waiting : [], pending: [...pending, notice] };
}

function succeeded(
  call: Call,
  { Type: type }: SmaAction,
  { result }: Extract<ActionEnd, { kind: 'done' }>,
  { parts, reading }: Pick<Acting, 'parts' | 'reading'>,
): Call {
  const { running: id, superseded, waiting, pending } = call;
  const after = { ...call, running: 0, superseded: false };
  const isReported =
    waiting.length === 0 || (reading.MidListResults === 'ReportingActions' && reportingInMidList.includes(type));
  if (!isReported) return after;
  const notice = parts.notices.idBy(`done ${id} ${JSON.stringify(result)} ${superseded}`, () => ({
    type: 'ACTION_SUCCESSFUL',
    actionData: { ...dataOf(parts.actions.at(id)), ...result },
    ...staleness(call),
  }));
  return { ...after, pending: [...pending, notice] };
}

function staleness({ superseded }: Call): { readonly isStale?: true } {
  return superseded ? { isStale: true } : {};
}

/** Parameters come back with the CallId filled in. */
function dataOf(action: SmaAction | undefined): { Type: string; Parameters: Record<string, unknown> } {
  return { Type: action?.Type ?? '', Parameters: { CallId: callerLeg.CallId, ...action?.Parameters } };
}
