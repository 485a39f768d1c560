import { callAndBridgeSchema } from '../../../../shared/contracts/sma-response.ts';
import { storedRoutingTableSchema } from '../../../../shared/contracts/stored-routing-table.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { compile } from './compile-fixture.ts';

function tableOf(text: string): RoutingTable {
  const compilation = compile(text);
  if (compilation.kind === 'invalid') throw new Error(JSON.stringify(compilation.findings));
  return compilation.table;
}

describe('compiling a table file', () => {
  it('makes the table that calls are routed by', () => {
    const table = tableOf(smallTableFile);

    expect(table).toMatchObject({
      name: 'example-bank',
      callerId: '+14255550100',
      reasons: [{ id: 'billing', name: 'a bill or a charge', synonyms: ['my bill'] }],
      contactCenters: [
        {
          id: 'support',
          voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
          user: '+12065550150',
          headerProfile: 'rfc7433',
        },
      ],
      branches: [
        {
          id: 'downtown',
          coordinates: { latitude: 47.608, longitude: -122.3351 },
          services: ['accounts'],
          scheduleId: 'office-hours',
        },
      ],
      rules: [
        {
          id: 'bills',
          when: [{ kind: 'reason', anyOf: ['billing'] }],
          attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
        },
      ],
      defaultAttempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
    });
  });

  it('reads JSON as well', () => {
    const json = JSON.stringify(
      {
        name: 'b',
        callerId: '+14255550100',
        dialling: { allow: ['+1'] },
        default: { attempts: [{ phone: { id: 'desk', number: '+12065550100' } }] },
      },
      null,
      '\t',
    );

    const table = tableOf(json);

    expect(table.defaultAttempts).toEqual([{ kind: 'phone', id: 'desk', number: '+12065550100', timeoutSeconds: 30 }]);
  });

  it('gives every kind of condition its place', () => {
    const when =
      'when: { schedule: {office-hours: closed}, attribute: {tier: [gold], segment: [a, b]}, postalPrefix: ["981"], state: [wa], locale: [en-US], entry: [phone], reason: [billing, other] }';

    const table = tableOf(tableFileWith('when: { reason: [billing] }', when));

    expect(table.rules[0]?.when).toEqual([
      { kind: 'reason', anyOf: ['billing', 'other'] },
      { kind: 'entry', anyOf: ['phone'] },
      { kind: 'locale', anyOf: ['en-US'] },
      { kind: 'state', anyOf: ['WA'] },
      { kind: 'postalPrefix', anyOf: ['981'] },
      { kind: 'attribute', name: 'tier', anyOf: ['gold'] },
      { kind: 'attribute', name: 'segment', anyOf: ['a', 'b'] },
      { kind: 'schedule', id: 'office-hours', is: 'closed' },
    ]);
  });

  it('gives every kind of attempt its place', () => {
    const attempts = `attempts:
      - nearestBranch: { within: 80 }
      - nearestBranch: { service: accounts, within: 12.5, upTo: 3 }
        timeout: 15
      - branch: downtown
        timeout: 1
      - phone: { id: switchboard, number: "+12065550199" }
        timeout: 120
      - meeting: adviser
      - contactCenter: support`;

    const table = tableOf(tableFileWith('attempts:\n      - contactCenter: support', attempts));

    expect(table.rules[0]?.attempts).toEqual([
      { kind: 'nearestBranch', withinKilometers: 80, upTo: 1, timeoutSeconds: 30 },
      { kind: 'nearestBranch', service: 'accounts', withinKilometers: 12.5, upTo: 3, timeoutSeconds: 15 },
      { kind: 'branch', id: 'downtown', timeoutSeconds: 1 },
      { kind: 'phone', id: 'switchboard', number: '+12065550199', timeoutSeconds: 120 },
      { kind: 'meeting', id: 'adviser' },
      { kind: 'contactCenter', id: 'support', timeoutSeconds: 30 },
    ]);
  });

  it('leaves out the schedule of a branch that is always open', () => {
    const table = tableOf(tableFileWith('schedule: office-hours', 'schedule: always'));

    expect(table.branches[0]).not.toHaveProperty('scheduleId');
  });

  it('makes what the store can keep and CallAndBridge takes', () => {
    const table = tableOf(smallTableFile);

    const stored = storedRoutingTableSchema.parse(JSON.parse(JSON.stringify(table)));
    const [contactCenter] = table.contactCenters;
    const action = callAndBridgeSchema.safeParse({
      Type: 'CallAndBridge',
      Parameters: {
        CallerIdNumber: table.callerId,
        Endpoints: [{ BridgeEndpointType: 'AWS', Arn: contactCenter?.voiceConnectorArn, Uri: contactCenter?.user }],
      },
    });

    expect(stored).toEqual(table);
    expect(action.success).toBe(true);
  });
});
