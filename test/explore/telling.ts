import { interruptible } from './action-ends.ts';
import { isDeserted, type Call } from './call.ts';
import { told } from './leaving.ts';
import { isForInformation, isResult, view, type Notice } from './notice.ts';
import type { Emit } from './move.ts';
import type { Reading } from './reading.ts';
import { leftOut, type Reply } from './reply.ts';
import type { Parts } from './scenario.ts';
import type { Question, TheFunction } from './the-function.ts';

export interface Telling {
  readonly parts: Parts;
  readonly reading: Reading;
  readonly theFunction: TheFunction;
  readonly emit: Emit;
}

/** So many answers of two events at once are gone through in both orders. */
const maximumOverlap = 8;
const refusals = ['ActionExecutionThrottled', 'SchemaVersionMismatch'];

/** The function is told what comes first. */
export function tell(call: Call, telling: Telling): void {
  tellOne(call, 0, telling, '');
}

/** What else the service, the network and Lambda can make of it. */
export function tellOddly(call: Call, telling: Telling): void {
  const odd = { ...call, oddities: call.oddities - 1 };
  const [first, second] = call.pending.map((id) => isNewsOfGoing(telling.parts.notices.at(id)));
  if (call.pending.length > 1) {
    tellOne(odd, 1, telling, 'out of order: ');
    if (first !== true && second !== true) tellBoth(odd, telling);
  }
  tellTwice(odd, telling);
  if (first === true) return;
  tellRefused(odd, telling);
  tellBrokenDown(odd, telling);
}

/** What is told only once: see what `PstnAudio` leaves out. */
function isNewsOfGoing({ check }: Partial<Notice> = {}): boolean {
  if (check?.kind !== 'valid') return false;
  return check.command.command === 'adviserLeft' || check.command.command === 'adviserDropped';
}

/** A reply of its own, by name, and what it is a reply to. */
interface Told {
  readonly notice: Notice;
  readonly question: Question;
  readonly replies: readonly Reply[];
}

function ask(call: Call, index: number, { parts, theFunction, reading }: Telling): Told {
  const { pending, attributes, advisers, ended } = call;
  const id = pending[index] ?? 0;
  const notice = parts.notices.at(id) ?? { type: 'NOTHING' };
  const others = pending.filter((_, other) => other !== index);
  const pendingLegs = new Set(others.map((other) => parts.notices.at(other)?.legId ?? ''));
  const shown = view(call, notice, pendingLegs, reading);
  const question = { attributes, notice: id, shown, adviser: advisers !== 0, ended };
  return { notice, question, replies: theFunction.replies(question) };
}

function tellOne(call: Call, index: number, telling: Telling, how: string): void {
  const { notice, replies } = ask(call, index, telling);
  const pending = call.pending.filter((_, other) => other !== index);
  for (const reply of replies) {
    const { call: after, breaches } = take({ ...call, pending }, notice, reply, telling);
    telling.emit({ label: `${how}${reply.label}`, call: after, breaches });
  }
}

/** Two invocations at once, each with the attributes as they were; either answer comes first. */
function tellBoth(call: Call, telling: Telling): void {
  const first = ask(call, 0, telling);
  const second = ask(call, 1, telling);
  if (first.replies.length * second.replies.length > maximumOverlap) return;
  const [, , ...pending] = call.pending;
  const both = ([notice, reply]: readonly [Notice, Reply], [laterNotice, later]: readonly [Notice, Reply]): void => {
    const taken = take({ ...call, pending }, notice, reply, telling).call;
    // What was written down last holds: of a meeting that was opened for the other answer nobody knows.
    const lost = [...new Set([...taken.lost, ...reply.meetings.filter((id) => id > 0)])];
    // It knows nothing of a list that came at the same time.
    const seen: Notice = reply.actions.length > 0 ? { ...laterNotice, isStale: true } : laterNotice;
    const after = take({ ...taken, lost, done: call.done }, seen, later, telling);
    telling.emit({ label: `at once: ${reply.label} | ${later.label}`, ...after });
  };
  for (const one of first.replies) {
    for (const other of second.replies) {
      both([first.notice, one], [second.notice, other]);
      both([second.notice, other], [first.notice, one]);
    }
  }
}

/** The answer is refused as a whole. A meeting that was opened for it is empty, and ends by itself. */
function tellRefused(call: Call, telling: Telling): void {
  if (call.refused) return;
  const { notice, replies } = ask(call, 0, telling);
  if (!mayAct(call, notice)) return;
  const [, ...pending] = call.pending;
  for (const reply of replies) {
    if (reply.actions.length === 0) continue;
    const { call: after } = withMeetings(
      { ...call, pending },
      { ...reply, meetings: reply.meetings.filter((id) => id < 0) },
    );
    for (const errorType of refusals) {
      const complaint: Notice = {
        type: 'INVALID_LAMBDA_RESPONSE',
        errorType,
        ...(notice.isFirst === undefined ? {} : { isFirst: notice.isFirst }),
      };
      const id = telling.parts.notices.id(complaint);
      telling.emit({
        label: `refused, ${errorType}: ${reply.label}`,
        call: { ...after, refused: true, dismissed: call.dismissed || reply.isDismissal, pending: [id, ...pending] },
      });
    }
  }
}

/** The event is delivered twice, what is asked for turns out otherwise, and the second answer counts. */
function tellTwice(call: Call, telling: Telling): void {
  const { notice, replies } = ask(call, 0, telling);
  const [, ...pending] = call.pending;
  for (const lost of replies) {
    const closed = lost.meetings.filter((id) => id < 0);
    if (closed.length === 0) continue;
    for (const reply of replies) {
      if (closed.every((id) => reply.meetings.includes(id))) continue;
      const taken = take({ ...call, pending }, notice, reply, telling);
      const after = withMeetings(taken.call, { ...reply, meetings: closed });
      telling.emit({ label: `twice: ${lost.label} | ${reply.label}`, call: after.call, breaches: taken.breaches });
    }
  }
}

/** Something that nobody foresaw: the function is rescued. */
function tellBrokenDown(call: Call, telling: Telling): void {
  const { notice, question } = ask(call, 0, telling);
  const [, ...pending] = call.pending;
  const reply = telling.theFunction.rescued(question);
  // It may break down where it would close a meeting: one that is empty ends by itself.
  const lost = [...new Set([...call.lost, ...call.open])];
  const { call: after, breaches } = take({ ...call, pending, lost }, notice, reply, telling);
  telling.emit({ label: reply.label, call: after, breaches });
}

function mayAct(call: Call, notice: Notice): boolean {
  return !isForInformation(notice) && call.a !== 'ringing' && !isDeserted(call);
}

/** What a reply makes of the call. */
function take(
  before: Call,
  notice: Notice,
  reply: Reply,
  { parts, reading, theFunction }: Telling,
): { readonly call: Call; readonly breaches: readonly string[] } {
  const acts = mayAct(before, notice);
  // One that is opened for nobody is empty, and ends by itself.
  const meetings = acts ? reply.meetings : reply.meetings.filter((id) => id < 0);
  const { call, breaches } = withMeetings(before, { ...reply, meetings });
  const wrong = [...reply.breaches, ...breaches, ...wrongFor(before, notice, reply, { parts, theFunction })];
  const { actions, isFresh, ended, isObeyed } = reply;
  const commandId = obeyedCommand(notice, isObeyed && actions.length > 0, parts);
  const kept: Call = {
    ...call,
    attributes: attributesAfter(before.attributes, reply.attributes, { parts, reading }),
    refused: false,
    ended,
    dismissed: call.dismissed || reply.isDismissal,
    asked: [...new Set(isFresh ? reply.asked : [...call.asked, ...reply.asked])],
    done: commandId === undefined || call.done.includes(commandId) ? call.done : [...call.done, commandId],
  };
  if (!acts) return { call: kept, breaches: wrong };
  if (actions.length === 0) {
    const stops = reading.EmptyReply === 'Stops' && isResult(notice) && notice.isStale !== true;
    return { call: stops ? { ...kept, waiting: [] } : kept, breaches: wrong };
  }
  return {
    call: withList(reading.EmptyReply === 'Stops' ? outdated(kept, parts) : kept, actions, parts),
    breaches: wrong,
  };
}

/** What is still to be told of actions is about an old list from now on. */
function outdated(call: Call, parts: Parts): Call {
  const pending = call.pending.map((id) => {
    const notice = parts.notices.at(id);
    return notice !== undefined && isResult(notice) ? parts.notices.id({ ...notice, isStale: true }) : id;
  });
  return { ...call, pending };
}

/** A new list takes the place of what waits, and cuts short what can be. */
function withList(call: Call, waiting: readonly number[], parts: Parts): Call {
  const running = parts.actions.at(call.running);
  if (running === undefined) return { ...call, waiting };
  if (!interruptible.includes(running.Type)) return { ...call, waiting, superseded: true };
  const { Type, Parameters } = running;
  return told(
    { ...call, waiting, running: 0 },
    { type: 'ACTION_INTERRUPTED', actionData: { Type, Parameters } },
    parts,
  );
}

function wrongFor(
  call: Call,
  notice: Notice,
  { actions, asked, isFresh, isObeyed }: Reply,
  { parts, theFunction }: Pick<Telling, 'parts' | 'theFunction'>,
): string[] {
  const wrong: string[] = [];
  if (notice.type === 'NEW_INBOUND_CALL' && actions.length === 0 && !isDeserted(call))
    wrong.push('(3) an empty answer to a new call');
  if (asked.some((id, index) => asked.indexOf(id) < index || (!isFresh && call.asked.includes(id))))
    wrong.push('(8) a service is asked twice for one plan');
  if (notice.check?.kind === 'refused' && isObeyed) wrong.push('(5) a command is obeyed that is not to be believed');
  const commandId = obeyedCommand(notice, isObeyed && actions.length > 0, parts);
  if (commandId !== undefined && call.done.includes(commandId))
    wrong.push('(4) a command that came twice is done twice');
  if (actions.length > 0 && call.a === 'connected' && call.b === 'meeting' && isOneOfSeveral(notice, call, theFunction))
    wrong.push('(10) the conversation is broken off though another adviser is there');
  return wrong;
}

/** Whether an adviser has gone by name, and the function knows of another one who is there. */
function isOneOfSeveral({ check }: Notice, { attributes }: Call, theFunction: TheFunction): boolean {
  if (check?.kind !== 'valid' || !('attendeeId' in check.command) || check.command.command === 'adviserJoined')
    return false;
  const { attendeeId: gone } = check.command;
  const state = theFunction.state(attributes);
  return state.phase === 'connected' && state.advisers?.some(({ id, isThere }) => isThere && id !== gone) === true;
}

/** The id of a transfer that was made: done again, it would take the caller away from whoever has answered. */
function obeyedCommand({ check }: Notice, isObeyed: boolean, parts: Parts): number | undefined {
  return isObeyed && check?.kind === 'valid' && check.command.command === 'transfer'
    ? parts.names.id(check.commandId)
    : undefined;
}

function withMeetings(
  before: Call,
  { meetings }: Reply,
): { readonly call: Call; readonly breaches: readonly string[] } {
  if (meetings.length === 0) return { call: before, breaches: [] };
  let { open, closed, advisers } = before;
  const breaches: string[] = [];
  for (const id of meetings) {
    if (id < 0) {
      if (open.includes(-id)) advisers = 0;
      open = open.filter((each) => each !== -id);
      closed = [...new Set([...closed, -id])].sort((a, b) => a - b);
    } else {
      if (closed.includes(id)) breaches.push('(4) a meeting that was closed is asked for again');
      if (!open.includes(id)) open = [...open, id];
    }
  }
  return { call: { ...before, open, closed, advisers }, breaches };
}

function attributesAfter(
  before: number,
  written: number,
  { parts, reading }: Pick<Telling, 'parts' | 'reading'>,
): number {
  if (written === leftOut) return before;
  if (reading.TransactionAttributes === 'Replace' || before === 0 || before === written) return written;
  return parts.attributes.idBy(`${before} ${written}`, () => ({
    ...parts.attributes.at(before),
    ...parts.attributes.at(written),
  }));
}
