import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Plan } from '../../shared/domain/routing/plan.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import type { KnownTables } from './known-tables.ts';

/** What decisions are made with. */
export interface RoutingServices {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly contextIds: Pick<CallContextIds, 'ready' | 'check'>;
  readonly contexts: Pick<CallContextStore, 'claim' | 'recent'>;
  readonly tables: KnownTables;
  /** The Login with Amazon client ids whose calls are believed. */
  readonly clientIds: readonly string[];
  /** SIP rules by which calls of our own Voice Connectors come in. */
  readonly voiceConnectorRules: readonly string[];
  /** The function's own number: whoever is sent there would come back here. */
  readonly ownNumber: E164;
  /** Taken when there is no table to decide by. */
  readonly defaultPlan: Plan;
  readonly log: Logger;
}
