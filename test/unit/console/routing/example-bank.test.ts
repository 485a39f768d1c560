import { readFileSync } from 'node:fs';
import type { CallerLocation } from '../../../../shared/domain/location.ts';
import { decide, type Decision } from '../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../shared/domain/routing/indexed-table.ts';
import type { Caller } from '../../../../shared/domain/routing/caller.ts';
import { errorsOf, now, tableOf } from './compile-fixture.ts';

const text = readFileSync(
  new URL('../../../../infra/local/demo/example-bank/routing-table.yaml', import.meta.url),
  'utf8',
);
const table = indexTable(tableOf(text));

function decisionFor(caller: Partial<Caller>): Decision {
  return decide(table, { entry: 'alexa-skill-call', attributes: {}, ...caller }, now, 'a-call');
}

describe('the routing table of Example Bank', () => {
  // ZIP code 98109, Seattle.
  const location: CallerLocation = {
    source: 'postalCode',
    observedAt: now,
    coordinates: { latitude: 47.6338, longitude: -122.3476 },
    postalCode: '98109',
  };

  it('has no errors', () => {
    expect(errorsOf(text)).toEqual([]);
  });

  it.each([
    { reasonId: 'lost-card', attempts: ['support', 'seattle-downtown', 'bellevue'] },
    { reasonId: 'billing', attempts: ['support', 'seattle-downtown', 'bellevue'] },
    { reasonId: 'branch-visit', attempts: ['seattle-downtown', 'bellevue', 'tacoma', 'support'] },
    { reasonId: 'mortgage', attempts: ['adviser', 'support'] },
    { reasonId: 'other', attempts: ['support'] },
  ])('sends $reasonId from Queen Anne to $attempts', ({ reasonId, attempts }) => {
    const { plan } = decisionFor({ reasonId, location });

    expect(plan.attempts.map(({ id }) => id)).toEqual(attempts);
  });

  it('passes over the branch that would be nearest, as it is closed', () => {
    const { explanation } = decisionFor({ reasonId: 'branch-visit', location });

    expect(explanation.branchesPassedOver).toContainEqual({
      branchId: 'queen-anne',
      because: 'closed',
      kilometers: expect.any(Number),
    });
  });

  it('sends a caller whom nobody can place to support', () => {
    const { plan } = decisionFor({ entry: 'phone', reasonId: 'branch-visit' });

    expect(plan.attempts.map(({ id }) => id)).toEqual(['support']);
  });
});
