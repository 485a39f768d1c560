import type { Ingress } from '../shared/domain/call-context.ts';
import type { CallCommand } from '../shared/domain/call-flow/call-command.ts';
import type { Menu } from '../shared/domain/routing/menu-of.ts';
import type { Attempt, Plan } from '../shared/domain/routing/plan.ts';
import type { CallFacts } from './call-state.ts';

/** What the call flow wants decided. */
export type RouteWish =
  /** A call has come in. */
  | { readonly kind: 'inbound' }
  /** The answer to it was refused: to whoever can be reached by nobody's word but the function's own. */
  | { readonly kind: 'refused' }
  /** Whoever was called back has answered. The id is as it came with the call: not checked yet. */
  | { readonly kind: 'callback'; readonly contextId?: string }
  /** The menu was answered; without a reason when nothing was pressed that means something. By the table of `facts`. */
  | { readonly kind: 'chosen'; readonly facts: CallFacts; readonly reasonId?: string }
  /** The caller wants another try: as it was decided before, by the same table. */
  | { readonly kind: 'again'; readonly facts: CallFacts };

/** What was decided for a call. */
export interface Route {
  readonly plan: Plan;
  readonly entry: Ingress;
  readonly contextId?: string;
  readonly tableVersion?: number;
  readonly locale?: string;
  readonly reasonId?: string;
  /** What lots were drawn by, when the context id is not. */
  readonly seed?: string;
  /** Why the nearest branches lost, as log lines tell it. */
  readonly passedOver?: string;
  /** Asked before the plan is followed: only where the answer changes where the call goes. */
  readonly menu?: Menu;
}

/** Where an operator wants a call transferred, by the pinned table; undefined when the table has no such destination. */
export type FindDestination = (
  command: Extract<CallCommand, { command: 'transfer' }>,
  facts: CallFacts,
) => Promise<Extract<Attempt, { kind: 'contactCenter' | 'branch' | 'phone' | 'meeting' }> | undefined>;
