import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import type { SmaEvent, TransactionAttributes } from '../../shared/contracts/sma-event.ts';
import type { CallCommand } from '../../shared/domain/call-flow/call-command.ts';
import type { CommandCheck } from '../../shared/ports/call-commands.ts';
import type { CallState } from '../../sma-handler/call-state.ts';
import type { Route, RouteWish } from '../../sma-handler/route.ts';
import type { Answer, BridgeAttempt, FlowInput, Step, TransferTarget, World } from '../../sma-handler/step.ts';
import { Interned } from './interned.ts';
import type { Notice } from './notice.ts';

/** What is explored: the call flow, and how its state is kept. */
export interface Flow {
  readonly next: (state: CallState, input: FlowInput, world: World) => Step;
  readonly read: (attributes: TransactionAttributes | undefined) => CallState;
  /** As much of the state as fits. */
  readonly write: (state: CallState) => TransactionAttributes;
  /** What is answered when `next`, or anything that it asked for, has broken down. */
  readonly rescue: (state: CallState, event: SmaEvent, world: World) => Answer;
  /** What goes out in place of an answer that breaks a rule: the same answer when it breaks none. */
  readonly guard: (answer: Answer, before: CallState, event: SmaEvent, world: World) => Answer;
}

/** One kind of call: what its table has for it, and what people may do in it. */
export interface Scenario {
  readonly name: string;
  readonly entry: 'inbound' | 'callback';
  readonly world: World;
  /** Everything that may be decided: also what is when routing fails. */
  readonly routes: (wish: RouteWish) => readonly Route[];
  /** Whom every service names that is looked up in. */
  readonly looked: BridgeAttempt;
  /** Where an operator may transfer to, by kind and id. */
  readonly destinations: Readonly<Record<string, TransferTarget>>;
  readonly commands: readonly GivenCommand[];
  /** What a caller may press while keys are listened for. */
  readonly keys: readonly string[];
  /** How many of each may happen in one call; absent: none. */
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** Answers to questions. */
  readonly answers: number;
  /** Keys pressed while talking. */
  readonly keys: number;
  readonly commands: number;
  /** Events that overlap, come in the wrong order, twice, or are of an unknown type; answers that are refused; a function that breaks down. */
  readonly oddities: number;
}

export interface GivenCommand {
  readonly command: CallCommand;
  readonly check: CommandCheck;
}

/** What the numbers in the calls of one scenario stand for. */
export interface Parts {
  readonly actions: Interned<SmaAction | undefined>;
  readonly attributes: Interned<TransactionAttributes | undefined>;
  readonly notices: Interned<Notice | undefined>;
  readonly names: Interned<string>;
}

export function newParts(): Parts {
  return {
    actions: new Interned<SmaAction | undefined>(undefined),
    attributes: new Interned<TransactionAttributes | undefined>(undefined),
    notices: new Interned<Notice | undefined>(undefined),
    names: new Interned(''),
  };
}
