import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { AdviserNewsCommand } from '../../shared/domain/call-flow/call-command.ts';
import { isAnybodyThere, withNews, type Adviser } from '../advisers.ts';
import type { CallState, Connected, Rejoining, Waiting } from '../call-state.ts';
import { afterOtherSideLeft, beginConversation, goOnTalking } from '../conversation.ts';
import { carryOn } from '../endings.ts';
import { otherSide } from '../legs.ts';
import { awaitReturn, returnInVain } from '../rejoining.ts';
import type { Step, World } from '../step.ts';

/**
 * An adviser has come into the caller's meeting, or left it, or lost the connection: nobody else tells that the caller is alone in it.
 * Undefined where it is no news: it is known already, is older than what is known, or is of a meeting that is over.
 */
export function afterAdviserNews(
  state: CallState,
  event: SmaEvent,
  world: World,
  news: AdviserNewsCommand,
): Step | undefined {
  if (state.phase !== 'waiting' && state.phase !== 'connected' && state.phase !== 'rejoining') return undefined;
  const { meeting, advisers: known = [] } = state;
  if (meeting === undefined || (news.meetingId ?? meeting.meetingId) !== meeting.meetingId) return undefined;
  const advisers = withNews(known, news);
  if (news.attendeeId !== undefined && advisers === known) return undefined;
  // Whom the news does not name, it is about everybody.
  const told = news.attendeeId === undefined ? [] : advisers;
  switch (news.command) {
    case 'adviserJoined':
      // The meeting is over for the caller, and HANGUP is still to tell of it, or is being answered.
      return otherSide(event) === undefined ? undefined : afterJoined(state, event, world, advisers);
    case 'adviserLeft':
    case 'adviserDropped':
      return afterGone({ ...state, advisers: told }, event, world, news);
    default:
      return assertNever(news.command);
  }
}

function afterJoined(
  state: Waiting | Connected | Rejoining,
  event: SmaEvent,
  world: World,
  advisers: readonly Adviser[],
): Step | undefined {
  switch (state.phase) {
    case 'waiting':
      return beginConversation({ ...state, advisers }, event, world);
    case 'rejoining':
      return goOnTalking({ ...state, advisers }, event, world);
    case 'connected':
      return advisers === state.advisers || advisers.length === 0 ? undefined : carryOn({ ...state, advisers });
    default:
      return assertNever(state);
  }
}

function afterGone(
  state: Waiting | Connected | Rejoining,
  event: SmaEvent,
  world: World,
  { command, attendeeId }: AdviserNewsCommand,
): Step | undefined {
  switch (state.phase) {
    case 'waiting':
      // News of their coming may still come, and is old by then.
      return attendeeId === undefined ? undefined : carryOn(state);
    case 'rejoining':
      // One by name may be another than the one who is waited for: it is remembered, and nothing else.
      if (attendeeId !== undefined) return carryOn(state);
      return command === 'adviserLeft' ? returnInVain(state, event) : undefined;
    case 'connected': {
      const { meeting, advisers = [] } = state;
      if (isAnybodyThere(advisers)) return carryOn(state);
      const isComingBack = command === 'adviserDropped' && meeting !== undefined && otherSide(event) !== undefined;
      return isComingBack ? awaitReturn({ ...state, meeting }, world) : afterOtherSideLeft(state, event);
    }
    default:
      return assertNever(state);
  }
}
