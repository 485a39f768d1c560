import { adviser, bellevue, directory, downtown, mobile } from '../support/attempts.ts';
import type { Scenario } from './scenario.ts';
import { aScenario } from './tables.ts';

const soon = { ...adviser, timeoutSeconds: 10 } as const;

/** Small kinds of calls, in which a fault is found at once. */
export const smallScenarios: readonly Scenario[] = [
  aScenario({ name: 'one telephone', attempts: [mobile] }),
  aScenario({ name: 'one telephone, oddly', attempts: [mobile], limits: { oddities: 1 } }),
  aScenario({
    name: 'one telephone, commanded',
    attempts: [mobile],
    commands: [{ command: { command: 'hangUp' }, check: { kind: 'refused', because: 'forged' } }],
    limits: { commands: 1 },
  }),
  aScenario({ name: 'one meeting', attempts: [soon] }),
  aScenario({ name: 'two meetings', attempts: [soon, { ...soon, id: 'second' }] }),
  aScenario({ name: 'one look-up', attempts: [directory] }),
  aScenario({
    name: 'a policy that ends the call',
    attempts: [{ ...downtown, onOutcome: { notAnswered: 'end' } }, bellevue],
  }),
];
