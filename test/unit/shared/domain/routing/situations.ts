import type { CallerLocation } from '../../../../../shared/domain/location.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import { decide, type Decision } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import type { AttemptRule, Rule, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';

export const now = epochMs(1_000_000);

export const seattle: CallerLocation = {
  source: 'deviceAddress',
  observedAt: now,
  coordinates: { latitude: 47.62, longitude: -122.34 },
  stateOrRegion: 'wa',
  postalCode: '98109',
};

export const switchboard = {
  kind: 'phone',
  id: 'switchboard',
  number: '+12065550199' as E164,
  timeoutSeconds: 25,
} as const satisfies AttemptRule;

/** Somebody in Seattle with a question about a bill. */
export function callerOf(changes: Partial<Caller> = {}): Caller {
  return {
    entry: 'alexa-skill-call',
    reasonId: 'billing',
    locale: 'en-US',
    location: seattle,
    attributes: { tier: 'gold' },
    ...changes,
  };
}

/** A rule that fits everybody and rings the switchboard. */
export function ruleOf(changes: Partial<Rule> = {}): Rule {
  return { id: 'rule', when: [], attempts: [switchboard], ...changes };
}

export function decideFor(table: RoutingTable, caller = callerOf(), seed = 'call-1', at = now): Decision {
  return decide(indexTable(table), caller, at, seed);
}
