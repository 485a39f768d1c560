import { begin, end } from './acting.ts';
import { isDeserted, isTalk, otherIsThere, type Call } from './call.ts';
import { callerLeaves, otherLeaves, told } from './leaving.ts';
import { callerLeg } from '../support/sma-event-builder.ts';
import type { Emit } from './move.ts';
import { commandNotice, hangupOf } from './notice.ts';
import type { Reading } from './reading.ts';
import type { GivenCommand, Parts, Scenario } from './scenario.ts';
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
    advisers: 0,
    news: 0,
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

/** The bit of an adviser of whom nobody tells by name. */
const untold = 1;

/** What is true of the meeting when news of it is given. Who goes leaves the caller in silence, but for words that come after. */
function withNews(call: Call, given: GivenCommand, all: readonly GivenCommand[]): Call {
  const { command, check } = given;
  if (check.kind === 'refused' || !call.open.includes(call.bMeeting)) return call;
  switch (command.command) {
    case 'adviserJoined':
    case 'adviserLeft':
    case 'adviserDropped':
      break;
    default:
      return call;
  }
  const { attendeeId: id } = command;
  const bit = id === undefined ? untold : 2 << Math.max(0, namesIn(all).indexOf(id));
  const one = 1 << all.indexOf(given);
  if ((call.news & one) !== 0) return call;
  const news = call.news | one;
  if (command.command === 'adviserJoined') return { ...call, news, advisers: call.advisers | bit, owed: false };
  const advisers = id === undefined ? 0 : call.advisers & ~bit;
  const isLast = advisers === 0 && call.advisers !== 0;
  return { ...call, news, advisers, owed: call.owed || isLast };
}

function namesIn(commands: readonly GivenCommand[]): readonly string[] {
  const named = commands.flatMap(({ command }) => ('attendeeId' in command ? [command.attendeeId ?? ''] : []));
  return [...new Set(named)];
}

/** No more than this has happened before the function was told of the first of it. */
const maximumPending = 3;

/**
 * PSTN Audio, and the people at both ends: everything that can happen to a call where it stands.
 *
 * What it leaves out, for the flow can do nothing about it: a function that does not answer at all, which ends the call; an adviser who
 * leaves a meeting and of whom no event tells; news of an adviser's going that is lost, because the function breaks down over it, its
 * answer to it is refused, or an invocation that overlaps with it writes over what it has learnt; a Hangup of a leg that is there and
 * does not go. A meeting that the function was not able to write down, because its answer was lost, ends by itself when it is empty,
 * and counts as closed.
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
    if (b === 'meeting' && call.advisers === 0 && call.open.includes(call.bMeeting))
      emit({ label: 'an adviser joins', call: { ...call, advisers: untold, owed: false }, isOutside: true });
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
    for (const given of this.#scenario.commands) {
      const { command, check } = given;
      const about = 'attendeeId' in command ? ` ${command.attendeeId}` : '';
      emit({
        label: `command: ${command.command}${about}${check.kind === 'refused' ? `, ${check.because}` : ''}`,
        call: told(
          withNews({ ...call, commands: call.commands - 1 }, given, this.#scenario.commands),
          commandNotice(command, check),
          this.#parts,
        ),
        isOutside: true,
      });
    }
  }
}
