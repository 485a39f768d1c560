import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { adviserNewsNames, type CallCommand } from '../../shared/domain/call-flow/call-command.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import type { CommandCheck } from '../../shared/ports/call-commands.ts';
import { muteCaller } from '../actions/mute.ts';
import { factsOf, type CallState } from '../call-state.ts';
import { carryOn, hangUpEveryone } from '../endings.ts';
import { callerHasLeft, leg } from '../legs.ts';
import { telling, type Step, type World } from '../step.ts';
import { afterAdviserNews } from './adviser-news.ts';
import { afterCallerLeft } from './caller-left.ts';

/** Somebody wants something done to the call. A command that is not to be believed, or does not fit, changes nothing. */
export function afterCommanded(state: CallState, event: SmaEvent, world: World, check: CommandCheck): Step {
  if (callerHasLeft(event)) return afterCallerLeft(state, event);
  if (state.phase === 'ended') return hangUpEveryone(state, event);
  if (check.kind === 'refused') return refuse(state, check.because);
  const { command, commandId } = check;
  if (factsOf(state)?.commandIds?.includes(commandId) === true) return refuse(state, 'done-already');
  const step = obey(isRepeatable(command) ? state : remembering(state, commandId), event, world, command);
  if (step === undefined) return isNews(command) ? carryOn(state) : refuse(state, 'not-now');
  return telling(step, {
    kind: 'commanded',
    command: command.command,
    from: 'operator',
    ...(command.command === 'transfer' ? { destination: command.destination } : {}),
  });
}

/** News of one adviser is known by who it is about and when it happened: it need not be remembered, and pushes nothing else out. */
function isRepeatable(command: CallCommand): boolean {
  return 'attendeeId' in command && command.attendeeId !== undefined && command.happenedAt !== undefined;
}

/** A command is good for a minute: nobody gives more of them in it. */
const remembered = 5;

/** A command that is delivered twice is done once. */
function remembering(state: CallState, commandId: string): CallState {
  return 'facts' in state && state.facts !== undefined
    ? {
        ...state,
        facts: { ...state.facts, commandIds: [commandId, ...(state.facts.commandIds ?? [])].slice(0, remembered) },
      }
    : state;
}

/** Undefined where it does not fit: nobody can be transferred, for one, while somebody else is being rung. */
function obey(state: CallState, event: SmaEvent, world: World, command: CallCommand): Step | undefined {
  switch (command.command) {
    case 'transfer':
      return state.phase === 'connected' || state.phase === 'waiting' || state.phase === 'rejoining'
        ? { kind: 'findDestination', state, command }
        : undefined;
    case 'hangUp':
      return hangUpEveryone(state, event);
    case 'mute':
    case 'unmute':
      return muted(state, event, command.command === 'mute' ? 'Mute' : 'Unmute');
    case 'adviserJoined':
    case 'adviserLeft':
    case 'adviserDropped':
      return afterAdviserNews(state, event, world, command);
    default:
      return assertNever(command);
  }
}

/** An adviser's coming and going is told by more than one: what is known already, or is over, is nothing that was refused. */
function isNews({ command }: CallCommand): boolean {
  return adviserNewsNames.some((name) => name === command);
}

function muted(state: CallState, event: SmaEvent, operation: 'Mute' | 'Unmute'): Step | undefined {
  const meeting = state.phase === 'connected' ? state.meeting : undefined;
  const caller = leg(event, 'LEG-A');
  if (meeting === undefined || caller === undefined) return undefined;
  return { kind: 'respond', state, actions: [muteCaller(operation, meeting, caller.CallId)] };
}

function refuse(state: CallState, because: string): Step {
  const refused: Happening = { kind: 'commandRefused', because };
  return telling(carryOn(state), refused);
}
