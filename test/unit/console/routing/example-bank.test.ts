import { readFileSync } from 'node:fs';
import { compileTableText } from '../../../../console/routing/compile-table.ts';
import type { CallerLocation } from '../../../../shared/domain/location.ts';
import { decide } from '../../../../shared/domain/routing/decide.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../shared/domain/time.ts';

const now = epochMs(Date.parse('2026-11-21T03:00:00Z'));

function exampleBank(): RoutingTable {
  const text = readFileSync(
    new URL('../../../../infra/local/demo/example-bank/routing-table.yaml', import.meta.url),
    'utf8',
  );
  const compilation = compileTableText(text, { now });
  if (compilation.kind === 'invalid') throw new Error(JSON.stringify(compilation.findings));
  return compilation.table;
}

describe('the routing table of Example Bank', () => {
  // ZIP code 98109, Seattle.
  const location: CallerLocation = {
    source: 'postalCode',
    observedAt: now,
    coordinates: { latitude: 47.6338, longitude: -122.3476 },
    postalCode: '98109',
  };

  it.each([
    { reasonId: 'lost-card', attempts: ['support', 'seattle-downtown', 'bellevue'] },
    { reasonId: 'billing', attempts: ['support', 'seattle-downtown', 'bellevue'] },
    { reasonId: 'branch-visit', attempts: ['seattle-downtown', 'bellevue', 'tacoma', 'support'] },
    { reasonId: 'mortgage', attempts: ['adviser', 'support'] },
    { reasonId: 'other', attempts: ['support'] },
  ])('sends $reasonId from Queen Anne to $attempts', ({ reasonId, attempts }) => {
    const { plan } = decide(exampleBank(), { entry: 'alexa-skill-call', reasonId, location, attributes: {} }, now);

    expect(plan.attempts.map(({ id }) => id)).toEqual(attempts);
  });

  it('passes over the branch that would be nearest, as it is closed', () => {
    const { explanation } = decide(
      exampleBank(),
      { entry: 'alexa-skill-call', reasonId: 'branch-visit', location, attributes: {} },
      now,
    );

    expect(explanation.branchesPassedOver).toEqual([
      { branchId: 'queen-anne', because: 'closed', kilometers: expect.any(Number) },
      { branchId: 'spokane', because: 'tooFar', kilometers: expect.any(Number) },
    ]);
  });

  it('sends a caller whom nobody can place to support', () => {
    const { plan } = decide(exampleBank(), { entry: 'phone', reasonId: 'branch-visit', attributes: {} }, now);

    expect(plan.attempts.map(({ id }) => id)).toEqual(['support']);
  });
});
