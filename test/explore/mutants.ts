import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import type { CallState } from '../../sma-handler/call-state.ts';
import type { FlowInput, Step } from '../../sma-handler/step.ts';
import type { Flow } from './scenario.ts';

/** A flow that breaks a promise in one way. */
export interface Mutant {
  readonly name: string;
  /** A scenario in which it shows, of those without oddities. */
  readonly scenario: string;
  /** What the rule begins with that it breaks. */
  readonly rule: string;
  readonly flow: (right: Flow) => Flow;
}

type Changed = (step: Step, state: CallState, input: FlowInput) => Step;

function changing(change: Changed): Mutant['flow'] {
  return (right) => ({
    ...right,
    next: (state, input, world) => change(right.next(state, input, world), state, input),
  });
}

/** Other actions in its answers. */
function acting(
  change: (actions: readonly SmaAction[], state: CallState, input: FlowInput) => readonly SmaAction[],
): Mutant['flow'] {
  return changing((step, state, input) =>
    step.kind === 'respond' ? { ...step, actions: change(step.actions, state, input) } : step,
  );
}

function on(type: string, action?: string): (input: FlowInput) => boolean {
  return ({ event }) =>
    event.InvocationEventType === type && (action === undefined || event.ActionData?.Type === action);
}

const words: SmaAction = { Type: 'Speak', Parameters: { Text: 'Hello?' } };
const isHangup = on('HANGUP');
const isFailure = on('ACTION_FAILED');

/** For each promise at least one flow that breaks it: whoever looks for breaches has to find these. */
export const mutants: readonly Mutant[] = [
  {
    name: 'hangs up nobody when a leg has ended',
    scenario: 'one telephone',
    rule: '(1) a leg is left behind',
    flow: acting((actions, _state, input) => (isHangup(input) ? [] : actions)),
  },
  {
    name: 'never closes a meeting',
    scenario: 'one meeting',
    rule: '(1) a meeting is left open',
    flow: changing((step) => {
      const { closeMeeting: _closed, ...rest } = step;
      return rest;
    }),
  },
  {
    name: 'does nothing after a failure',
    scenario: 'one telephone',
    rule: '(2) the caller hears nothing',
    flow: acting((actions, _state, input) => (isFailure(input) ? [] : actions)),
  },
  {
    name: 'hangs up without an apology',
    scenario: 'one telephone',
    rule: '(2) the caller is hung up without a word',
    flow: acting((actions) =>
      actions.some(({ Type }) => Type === 'Hangup') ? actions.filter(({ Type }) => Type !== 'Speak') : actions,
    ),
  },
  {
    name: 'answers a new call with nothing',
    scenario: 'one telephone',
    rule: '(3) an empty answer',
    flow: acting((actions, _state, input) => (on('NEW_INBOUND_CALL')(input) ? [] : actions)),
  },
  {
    name: 'has more to say than an answer holds',
    scenario: 'one telephone',
    rule: '(3) malformed',
    flow: acting((actions) => [...Array.from({ length: 10 }, () => words), ...actions]),
  },
  {
    name: 'writes too many attributes',
    scenario: 'one telephone',
    rule: '(3) malformed',
    flow: (right) => ({
      ...right,
      write: (state) => ({
        ...right.write(state),
        ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`more-${index}`, 'more'])),
      }),
    }),
  },
  {
    name: 'writes too much into an attribute',
    scenario: 'one telephone',
    rule: '(3) more than 20 KB',
    flow: (right) => ({ ...right, write: (state) => ({ ...right.write(state), records: 'x'.repeat(20_001) }) }),
  },
  {
    name: 'answers by the sequence number',
    scenario: 'one telephone',
    rule: '(4) the same event',
    flow: acting((actions, _state, { event }) => (event.Sequence % 2 === 0 ? [...actions, words] : actions)),
  },
  {
    name: 'has one token for all meetings',
    scenario: 'two meetings',
    rule: '(4) a meeting that was closed',
    flow: changing((step) =>
      step.kind === 'openMeeting' ? { ...step, request: { ...step.request, requestToken: 'token' } } : step,
    ),
  },
  {
    name: 'rings a number of its own',
    scenario: 'one telephone',
    rule: '(5) a number that is not in the table',
    flow: ringing((parameters) => ({
      ...parameters,
      Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+19005550100' }],
    })),
  },
  {
    name: 'shows the number of the caller',
    scenario: 'one telephone',
    rule: '(5) a caller id that is not owned',
    flow: ringing((parameters) => ({ ...parameters, CallerIdNumber: '+12065550123' })),
  },
  {
    name: 'believes every command',
    scenario: 'one telephone, commanded',
    rule: '(5) a command is obeyed',
    flow: (right) => ({
      ...right,
      next: (state, input, world) =>
        right.next(
          state,
          input.kind === 'commanded' && input.check.kind === 'refused'
            ? { ...input, check: { kind: 'valid', command: { command: 'hangUp' }, commandId: 'forged-1' } }
            : input,
          world,
        ),
    }),
  },
  {
    name: 'takes callers into a meeting while they talk',
    scenario: 'one telephone',
    rule: '(6) JoinChimeMeeting',
    flow: (right) => ({
      ...acting((actions, _state, input) =>
        on('ACTION_SUCCESSFUL', 'CallAndBridge')(input)
          ? [{ Type: 'JoinChimeMeeting', Parameters: { MeetingId: 'meeting', JoinToken: 'token' } }]
          : actions,
      )(right),
      // It would not let that out.
      guard: (answer) => answer,
    }),
  },
  {
    name: 'has a guard that holds right answers back',
    scenario: 'one telephone',
    rule: '(guard) unknown',
    flow: (right) => ({ ...right, guard: (answer) => ({ ...answer, actions: [] }) }),
  },
  {
    name: 'is rescued in silence',
    scenario: 'one telephone, oddly',
    rule: '(2) the caller hears nothing',
    flow: (right) => ({ ...right, rescue: (state) => ({ kind: 'respond', state, actions: [] }) }),
  },
  {
    name: 'breaks down at an unknown event',
    scenario: 'one telephone, oddly',
    rule: '(7) it throws',
    flow: changing((step, _state, { event }) => {
      if (event.InvocationEventType.startsWith('CALL_WEATHER')) throw new Error('a bug');
      return step;
    }),
  },
  {
    name: 'changes the state that it is given',
    scenario: 'one telephone',
    rule: '(7) it throws',
    flow: changing((step, state) => {
      (state as { phase: string }).phase = 'ended';
      return step;
    }),
  },
  {
    name: 'asks a service once more when it had nobody',
    scenario: 'one look-up',
    rule: '(8) a service is asked twice',
    flow: (right) => ({
      ...right,
      next: (state, input, world) =>
        input.kind === 'lookUpFailed' &&
        input.outcome === 'unreachable' &&
        state.phase === 'trying' &&
        state.current.kind === 'lookUp' &&
        state.attemptNumber === 1
          ? right.next(
              { ...state, remaining: [] },
              { kind: 'lookedUp', event: input.event, words: [], attempts: [state.current as never] },
              world,
            )
          : right.next(state, input, world),
    }),
  },
  {
    name: 'knows no policies',
    scenario: 'a policy that ends the call',
    rule: '(9) somebody is rung',
    flow: (right) => ({
      ...right,
      next: (state, input, world) => right.next(withoutPolicy(state), input, world),
    }),
  },
  {
    name: 'ends the conversation with the first adviser who leaves',
    scenario: 'two advisers in a meeting',
    rule: '(10) the conversation is broken off',
    flow: (right) => ({
      ...right,
      next: (state, input, world) => right.next(state, withoutNames(input), world),
    }),
  },
  {
    name: 'forgets that an adviser is to come back',
    scenario: 'an adviser who drops out of a meeting, and perhaps comes back',
    rule: '(2) the caller hears nothing',
    flow: acting((actions, state) => (state.phase === 'rejoining' ? [] : actions)),
  },
  {
    name: 'says again and again what cannot be said',
    scenario: 'one telephone',
    rule: 'it goes round for ever',
    flow: acting((actions, _state, input) =>
      isFailure(input) && on('ACTION_FAILED', 'Speak')(input) ? [words] : actions,
    ),
  },
];

/** Whoever leaves is everybody. */
function withoutNames(input: FlowInput): FlowInput {
  if (input.kind !== 'commanded' || input.check.kind !== 'valid') return input;
  const { check } = input;
  return check.command.command === 'adviserLeft'
    ? { ...input, check: { ...check, command: { command: 'adviserLeft' } } }
    : input;
}

function ringing(change: (parameters: Bridge['Parameters']) => Bridge['Parameters']): Mutant['flow'] {
  return acting((actions) =>
    actions.map((action) =>
      action.Type === 'CallAndBridge' ? { ...action, Parameters: change(action.Parameters) } : action,
    ),
  );
}

type Bridge = Extract<SmaAction, { Type: 'CallAndBridge' }>;

function withoutPolicy(state: CallState): CallState {
  if (state.phase !== 'trying' || !('onOutcome' in state.current)) return state;
  const { onOutcome: _policy, ...current } = state.current;
  return { ...state, current };
}
