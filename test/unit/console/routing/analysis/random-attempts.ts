import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import type { SimpleAttemptRule, AttemptRule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf } from '../../../../support/routing-table-builder.ts';

/** Something that rules can do, and the callers who tell it from something else. */
export interface Effect {
  readonly attempts: readonly (readonly AttemptRule[])[];
  readonly callers?: readonly ((caller: Caller) => Caller)[];
  /** Whether lots are drawn. */
  readonly draws?: boolean;
}

const north = { latitude: 47.7, longitude: -122.3 };
const south = { latitude: 47.6, longitude: -122.3 };
const halfWay = { latitude: 47.65, longitude: -122.3 };
const farAway = { latitude: 40, longitude: -100 };

/** About eleven kilometres from each other. */
export const twoBranches = [
  branchOf({ id: 'north', coordinates: north, capacity: 2 }),
  branchOf({ id: 'south', coordinates: south }),
];

const near = (spreadKilometers: number, upTo = 1): AttemptRule => ({
  kind: 'nearestBranch',
  withinKilometers: 20,
  upTo,
  spreadKilometers,
  timeoutSeconds: 20,
});

const hello = (words: Record<string, string> & { readonly default: string }): SimpleAttemptRule => ({
  kind: 'message',
  id: 'hello',
  words,
});

const choosing = (upTo: number, ...weights: readonly number[]): AttemptRule => ({
  kind: 'choice',
  upTo,
  from: weights.map((weight, index) => ({ weight, attempt: { kind: 'meeting', id: `c${index}` } })),
});

export const effects: Readonly<Record<string, Effect>> = {
  words: {
    attempts: [
      [hello({ default: 'Hello' })],
      [hello({ default: 'Hello', en: 'Hello' })],
      [hello({ default: 'Hello', fr: 'Hello' })],
      [hello({ default: 'Hello', fr: 'Bonjour' })],
      [hello({ default: 'Hello', fr: 'Bonjour', 'fr-CA': 'Bonjour' })],
      [hello({ default: 'Hello', 'en-US': 'Hello' })],
    ],
    callers: [
      (caller) => caller,
      ...['en', 'en-US', 'en-GB', 'fr', 'fr-CA', 'fr-FR', 'de-DE'].map((locale) => (caller: Caller) => ({
        ...caller,
        locale,
      })),
    ],
  },
  choice: {
    attempts: [
      [choosing(1, 1, 1)],
      [choosing(1, 2, 2)],
      [choosing(2, 1, 3)],
      [choosing(1, 1, 1), choosing(1, 1, 1)],
      [{ kind: 'meeting', id: 'm0' }, choosing(1, 1, 1)],
    ],
    draws: true,
  },
  branches: {
    attempts: [
      [near(0)],
      [near(5)],
      [near(0, 2)],
      [near(5), near(5)],
      [{ kind: 'branch', id: 'south', timeoutSeconds: 20 }, near(0)],
    ],
    callers: [
      (caller) => caller,
      ...[north, south, halfWay, farAway].map((coordinates) => (caller: Caller) => ({
        ...caller,
        location: { source: 'postalCode' as const, observedAt: epochMs(0), ...caller.location, coordinates },
      })),
    ],
    draws: true,
  },
  policies: {
    attempts: [
      [{ kind: 'meeting', id: 'm0', onOutcome: { declined: 'nextKind' } }],
      [{ kind: 'meeting', id: 'm0', onOutcome: { declined: 'end' } }],
      [{ kind: 'meeting', id: 'm1', onOutcome: {} }],
    ],
  },
};
