import type { ActionData, Participant, SmaEvent, TransactionAttributes } from '../../shared/contracts/sma-event.ts';
import type { CallCommand } from '../../shared/domain/call-flow/call-command.ts';
import type { CommandCheck } from '../../shared/ports/call-commands.ts';
import { anSmaEvent, calleeLeg, callerLeg } from '../support/sma-event-builder.ts';
import type { Call } from './call.ts';
import type { Reading } from './reading.ts';

/** Something that the function is told, before the envelope is put around it. */
export interface Notice {
  readonly type: string;
  readonly actionData?: ActionData;
  /** The leg it is about, where it is about one. */
  readonly legId?: string;
  /** Of INVALID_LAMBDA_RESPONSE: beside CallDetails. */
  readonly errorType?: string;
  /** Whether Participants have no Status yet: it is the first event, or tells of the answer to the first. */
  readonly isFirst?: boolean;
  /** Of an action's result: a new list has come since, so that an empty answer is not about that one. */
  readonly isStale?: boolean;
  /** Of CALL_UPDATE_REQUESTED: what the shell finds out about its Arguments. */
  readonly check?: CommandCheck;
}

export function isResult({ type }: Notice): boolean {
  return type === 'ACTION_SUCCESSFUL' || type === 'ACTION_FAILED';
}

/** Events whose answer may ask for nothing. */
const informing: readonly string[] = ['NEW_OUTBOUND_CALL', 'RINGING', 'ACTION_INTERRUPTED'];

export function isForInformation({ type }: Notice): boolean {
  return informing.includes(type);
}

const joins: readonly string[] = ['CallAndBridge', 'JoinChimeMeeting'];

const formerId = { 1: otherId(2), 2: otherId(1) } as const;

/** The CallId of the other side. */
export function otherId(bId: Call['bId']): string {
  return `${calleeLeg.CallId.slice(0, -1)}${bId}`;
}

export function hangupOf(legId: string, sipResponseCode = 0): Notice {
  const tag = legId === callerLeg.CallId ? 'LEG-A' : 'LEG-B';
  const Parameters = { SipResponseCode: sipResponseCode, CallId: legId, ParticipantTag: tag };
  return { type: 'HANGUP', legId, actionData: { Type: 'Hangup', Parameters } };
}

export function commandNotice(command: CallCommand, check: CommandCheck): Notice {
  const Arguments = 'destination' in command ? { ...command } : { command: command.command };
  return { type: 'CALL_UPDATE_REQUESTED', check, actionData: { Type: 'CallUpdateRequest', Parameters: { Arguments } } };
}

/** The legs that an event shows, and how: calls that agree in this cannot be told apart by the function but for its attributes. */
export function view(call: Call, notice: Notice, pendingLegs: ReadonlySet<string>, reading: Reading): string {
  const { a, b, bId, former } = call;
  const withStatus = reading.StatusInFirstEvent || (notice.isFirst !== true && a !== 'ringing');
  const wasTold = b === 'gone' && notice.legId !== otherId(bId) && !pendingLegs.has(otherId(bId));
  // What brought the other side in shows it, whatever has become of it.
  const hides = reading.EndedOtherSide === 'Hidden' && !joins.includes(notice.actionData?.Type ?? '');
  const shownB = b === 'none' || (hides && wasTold) ? '-' : b[0];
  const shownFormer = former && bId !== 0 && (!hides || notice.legId === formerId[bId]) ? 'f' : '-';
  return `${a[0]}${shownB}${bId}${shownFormer}${withStatus ? 's' : '-'}${reading.ParticipantOrder === 'LegBFirst' ? 'b' : 'a'}`;
}

/** @param shown what `view` gave. */
export function eventOf(
  notice: Notice,
  shown: string,
  {
    entry,
    attributes,
  }: { readonly entry: 'inbound' | 'callback'; readonly attributes: TransactionAttributes | undefined },
): SmaEvent {
  const isFirst = notice.type === 'NEW_INBOUND_CALL' || notice.type === 'NEW_OUTBOUND_CALL';
  const event = anSmaEvent({
    type: notice.type,
    sequence: isFirst ? 1 : 2,
    participants: participants(shown, entry),
    attributes,
    ...(notice.actionData === undefined ? {} : { actionData: notice.actionData }),
  });
  return notice.errorType === undefined ? event : { ...event, ErrorType: notice.errorType, ErrorMessage: 'refused' };
}

function participants(shown: string, entry: 'inbound' | 'callback'): Participant[] {
  const [a, b, id, former, status, order] = shown;
  const bId = id === '1' ? 1 : 2;
  const of = (leg: Participant, isThere: boolean): Participant =>
    status === 's' ? { ...leg, Status: isThere ? 'Connected' : 'Disconnected' } : leg;
  const caller: Participant =
    entry === 'inbound' ? callerLeg : { ...callerLeg, To: callerLeg.From, From: callerLeg.To, Direction: 'Outbound' };
  const all = [of(caller, a !== 'g')];
  if (former === 'f') all.push(of({ ...calleeLeg, CallId: formerId[bId] }, false));
  if (b !== '-')
    all.push(of({ ...calleeLeg, CallId: otherId(bId), ...(b === 'm' ? { To: '+17035550122' } : {}) }, b !== 'g'));
  return order === 'b' ? all.toReversed() : all;
}
