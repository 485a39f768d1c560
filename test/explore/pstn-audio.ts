import { begin, end } from './acting.ts';
import { isDeserted, isTalk, otherIsThere, type Call } from './call.ts';
import { callerLeaves, otherLeaves, told } from './leaving.ts';
import { callerLeg } from '../support/sma-event-builder.ts';
import type { Emit } from './move.ts';
import { commandNotice, hangupOf } from './notice.ts';
import type { Reading } from './reading.ts';
import type { Parts, Scenario } from './scenario.ts';
import { tell, tellOddly } from './telling.ts';
import type { TheFunction } from './the-function.ts';

/** The call's first moment. */
export function newCall({ entry, limits = {} }: Scenario, parts: Parts): Call {
  const type = entry === 'inbound' ? 'NEW_INBOUND_CALL' : 'NEW_OUTBOUND_CALL';
  const Arguments = { callContextId: 'context-1' };
  const notice =
    entry === 'inbound'
      ? { type, isFirst: true }
      : { type, isFirst: true, actionData: { Type: 'CallCreateRequest', Parameters: { Arguments } } };
  return {
    a: entry === 'inbound' ? 'connected' : 'ringing',
    b: 'none',
    bId: 0,
    bMeeting: 0,
    former: false,
    running: 0,
    superseded: false,
    waiting: [],
    pending: [parts.notices.id(notice)],
    attributes: 0,
    armed: false,
    recorded: false,
    open: [],
    closed: [],
    adviser: false,
    lost: [],
    dismissed: false,
    owed: entry === 'inbound',
    ended: false,
    asked: [],
    done: [],
    refused: false,
    answers: limits.answers ?? 0,
    keys: limits.keys ?? 0,
    commands: limits.commands ?? 0,
    oddities: limits.oddities ?? 0,
  };
}

/** No more than this has happened before the function was told of the first of it. */
const maximumPending = 3;

/**
 * PSTN Audio, and the people at both ends: everything that can happen to a call where it stands.
 *
 * What it leaves out, for the flow can do nothing about it: a function that does not answer at all, which ends the call; an adviser who
 * leaves a meeting without ending it, of which no event tells; a Hangup of a leg that is there and does not go. A meeting that the
 * function was not able to write down, because its answer was lost, ends by itself when it is empty, and counts as closed.
 */
export class PstnAudio {
  readonly #scenario: Scenario;
  readonly #parts: Parts;
  readonly #theFunction: TheFunction;
  readonly #reading: Reading;

  constructor(scenario: Scenario, parts: Parts, theFunction: TheFunction, reading: Reading) {
    this.#scenario = scenario;
    this.#parts = parts;
    this.#theFunction = theFunction;
    this.#reading = reading;
  }

  moves(call: Call, emit: Emit): void {
    const doing = { parts: this.#parts, reading: this.#reading, theFunction: this.#theFunction, emit };
    if (call.pending.length > 0) {
      tell(call, doing);
      if (call.oddities > 0) tellOddly(call, doing);
    } else if (call.running !== 0) end(call, doing);
    else if (call.waiting.length > 0) begin(call, doing);
    else this.#rest(call, emit);
    if (call.pending.length < maximumPending) this.#people(call, emit);
  }

  /** Nothing is being done, and nothing is to come but from people. */
  #rest(call: Call, emit: Emit): void {
    if (call.a === 'ringing') return;
    // The meeting is over: whoever is in it is about to leave.
    const isEnding = call.b === 'meeting' && !call.open.includes(call.bMeeting);
    const wrong = ((): string | undefined => {
      if (isEnding) return undefined;
      if (call.a === 'connected')
        return isTalk(call) ? undefined : '(2) the caller hears nothing, and nothing is to come';
      if (otherIsThere(call)) return '(1) a leg is left behind';
      return call.open.some((id) => !call.lost.includes(id)) ? '(1) a meeting is left open' : undefined;
    })();
    if (wrong !== undefined) emit({ label: 'silence', breaches: [wrong] });
  }

  #people(call: Call, emit: Emit): void {
    if (call.a === 'ringing') return this.#callee(call, emit);
    const { a, b } = call;
    if (a === 'connected')
      emit({ label: 'the caller hangs up', call: callerLeaves(call, this.#reading, this.#parts), isOutside: true });
    if (otherIsThere(call)) {
      const label = b === 'meeting' ? 'the meeting ends' : 'the other side hangs up';
      emit({ label, call: otherLeaves(call, this.#parts), isOutside: true });
    }
    if (b === 'meeting' && !call.adviser && call.open.includes(call.bMeeting))
      emit({ label: 'an adviser joins', call: { ...call, adviser: true, owed: false }, isOutside: true });
    // Two at once are odd enough.
    const isBusy = call.pending.length > 0;
    if (isDeserted(call) || call.pending.length > 1 || (isBusy && call.oddities === 0)) return;
    this.#keys(call, emit);
    this.#commands(call, emit);
    if (call.oddities > 0 && !isBusy)
      emit({
        label: 'something new',
        call: told({ ...call, oddities: call.oddities - 1 }, { type: 'CALL_WEATHER_REPORTED' }, this.#parts),
        isOutside: true,
      });
  }

  /** Whoever is being called back. */
  #callee(call: Call, emit: Emit): void {
    const { pending } = call;
    if (pending.length > 0) return;
    const parts = this.#parts;
    const isOutside = true;
    if (call.oddities > 0)
      emit({
        label: 'it rings',
        call: told({ ...call, oddities: call.oddities - 1 }, { type: 'RINGING' }, parts),
        isOutside,
      });
    const answered: Call = { ...call, a: 'connected', owed: true };
    emit({ label: 'somebody answers', call: told(answered, { type: 'CALL_ANSWERED' }, parts), isOutside });
    for (const code of [480, 486])
      emit({
        label: 'nobody answers',
        call: told({ ...call, a: 'gone' }, hangupOf(callerLeg.CallId, code), parts),
        isOutside,
      });
  }

  #keys(call: Call, emit: Emit): void {
    if (!call.armed || call.keys === 0) return;
    const after = { ...call, keys: call.keys - 1, armed: this.#reading.ReceiveDigits === 'Again' };
    for (const digits of this.#scenario.keys) {
      const actionData = { Type: 'ReceiveDigits', Parameters: { CallId: callerLeg.CallId }, ReceivedDigits: digits };
      emit({
        label: `the caller presses ${digits}`,
        call: told(after, { type: 'DIGITS_RECEIVED', actionData }, this.#parts),
        isOutside: true,
      });
    }
  }

  #commands(call: Call, emit: Emit): void {
    if (call.commands === 0) return;
    for (const { command, check } of this.#scenario.commands) {
      const joins = command.command === 'adviserJoined' && check.kind === 'valid' && call.open.includes(call.bMeeting);
      const after = { ...call, commands: call.commands - 1, adviser: call.adviser || joins, owed: call.owed && !joins };
      emit({
        label: `command: ${command.command}${check.kind === 'refused' ? `, ${check.because}` : ''}`,
        call: told(after, commandNotice(command, check), this.#parts),
        isOutside: true,
      });
    }
  }
}
