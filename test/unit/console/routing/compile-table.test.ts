import fc from 'fast-check';
import { compileTableText, type Compilation } from '../../../../console/routing/compile-table.ts';
import { callAndBridgeSchema } from '../../../../shared/contracts/sma-response.ts';
import { storedRoutingTableSchema } from '../../../../shared/contracts/stored-routing-table.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';

const now = epochMs(Date.parse('2026-11-21T00:00:00Z'));

function compile(text: string): Compilation {
  return compileTableText(text, { now });
}

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

  it.each([
    {
      case: 'an unknown reason',
      replace: 'reason: [billing]',
      by: 'reason: [biling]',
      code: 'unknown-reference',
      path: 'rules[0].when.reason[0]',
      says: 'did you mean "billing"?',
    },
    {
      case: 'an unknown schedule in a condition',
      replace: '{ reason: [billing] }',
      by: '{ schedule: {office-hour: open} }',
      code: 'unknown-reference',
      path: 'rules[0].when.schedule.office-hour',
      says: 'did you mean "office-hours"?',
    },
    {
      case: 'an unknown schedule of a branch',
      replace: 'schedule: office-hours',
      by: 'schedule: nights',
      code: 'unknown-reference',
      path: 'branches.downtown.schedule',
      says: 'known: office-hours, always',
    },
    {
      case: 'an unknown contact centre',
      replace: '- contactCenter: support',
      by: '- contactCenter: sales',
      code: 'unknown-reference',
      path: 'rules[0].attempts[0].contactCenter',
      says: 'known: support',
    },
    {
      case: 'an unknown branch',
      replace: '- contactCenter: support',
      by: '- branch: uptown',
      code: 'unknown-reference',
      path: 'rules[0].attempts[0].branch',
      says: 'not a branch',
    },
    {
      case: 'a service that no branch offers',
      replace: '- contactCenter: support',
      by: '- nearestBranch: {service: cards, within: 9}',
      code: 'unknown-reference',
      path: 'rules[0].attempts[0].nearestBranch.service',
      says: 'known: accounts',
    },
    {
      case: 'a denied number',
      replace: '+12065550141',
      by: '+19005550141',
      code: 'number-not-allowed',
      path: 'branches.downtown.number',
      says: 'dialling.deny has +1900',
    },
    {
      case: 'a number of a country that is not allowed',
      replace: '+12065550141',
      by: '+442079460000',
      code: 'number-not-allowed',
      path: 'branches.downtown.number',
      says: 'dialling.allow (+1)',
    },
    {
      case: 'a phone that may not be dialled',
      replace: '- contactCenter: support',
      by: '- phone: {id: x, number: "+3530000000"}',
      code: 'number-not-allowed',
      path: 'rules[0].attempts[0].phone.number',
      says: 'dialling.allow',
    },
    {
      case: 'a rule called default',
      replace: 'id: bills',
      by: 'id: default',
      code: 'rule-id-reserved',
      path: 'rules[0].id',
      says: 'choose another',
    },
    {
      case: 'two rules of one id',
      replace: 'default:\n',
      by: '  - id: bills\n    attempts: [{contactCenter: support}]\ndefault:\n',
      code: 'rule-id-twice',
      path: 'rules[1].id',
      says: 'earlier rule',
    },
    {
      case: 'two reasons that begin alike',
      replace: 'schedules:\n',
      by: '  mortgage-loan: {name: a}\n  mortgage-loss: {name: b}\nschedules:\n',
      code: 'reason-hint-twice',
      path: 'reasons.mortgage-loss',
      says: '"mortgage-loan"',
    },
    {
      case: 'a default that reaches nobody',
      replace: 'default:\n  attempts:\n    - contactCenter: support',
      by: 'default:\n  attempts:\n    - meeting: adviser',
      code: 'default-reaches-nobody',
      path: 'default.attempts',
      says: 'reaches somebody',
    },
    {
      case: 'a schedule called always',
      replace: '  office-hours:\n',
      by: '  always: {timeZone: America/New_York, weekly: {}}\n  office-hours:\n',
      code: 'schedule-id-reserved',
      path: 'schedules.always',
      says: 'choose another id',
    },
    {
      case: 'a day that is given twice',
      replace: 'mon-fri: ["09:00-17:00"]',
      by: 'mon-fri: ["09:00-17:00"], wed: []',
      code: 'day-twice',
      path: 'schedules.office-hours.weekly.wed',
      says: 'wed',
    },
    {
      case: 'a holiday that is given twice',
      replace: '  office-hours:\n',
      by: '  office-hours:\n    holidays: [{date: 2026-12-25, name: a}, {date: 2026-12-25, name: b}]\n',
      code: 'holiday-twice',
      path: 'schedules.office-hours.holidays[1].date',
      says: '2026-12-25',
    },
  ])('refuses $case', ({ replace, by, code, path, says }) => {
    const compilation = compile(tableFileWith(replace, by));

    const errors =
      compilation.kind === 'invalid' ? compilation.findings.filter(({ severity }) => severity === 'error') : [];
    expect(errors).toEqual([
      expect.objectContaining({
        severity: 'error',
        code,
        path,
        message: expect.stringContaining(says),
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    ]);
  });

  it('refuses the nearest branch where there are no branches', () => {
    const text = `name: b\ncallerId: "+14255550100"\ndialling: {allow: ["+1"]}\nrules: [{id: a, attempts: [{nearestBranch: {within: 5}}]}]\ndefault: {attempts: [{phone: {id: x, number: "+12065550100"}}]}\n`;

    const compilation = compile(text);

    expect(compilation).toMatchObject({ kind: 'invalid', findings: [{ code: 'no-branches', line: 4 }] });
  });

  it('collects all findings, in the order of the file', () => {
    const text = tableFileWith('reason: [billing]', 'reason: [x]')
      .replace('+12065550141', '+19005550141')
      .replace('schedule: office-hours', 'schedule: y');

    const compilation = compile(text);

    const found = compilation.kind === 'invalid' ? compilation.findings : [];
    expect(found.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual([
      'branches.downtown.number',
      'branches.downtown.schedule',
      'rules[0].when.reason[0]',
    ]);
  });

  it.each([
    {
      case: 'rules after one that fits everybody',
      replace: '    when: { reason: [billing] }\n    attempts:\n',
      by: '    attempts: [{contactCenter: support}]\n  - id: never\n    attempts:\n',
      code: 'rule-unreachable',
      path: 'rules[1].id',
    },
    {
      case: 'a reason that no rule asks for',
      replace: 'schedules:\n',
      by: '  mortgage: {name: a mortgage}\nschedules:\n',
      code: 'reason-only-default',
      path: 'reasons.mortgage',
    },
    {
      case: 'a branch that is never open',
      replace: 'mon-fri: ["09:00-17:00"]',
      by: 'mon-fri: []',
      code: 'branch-always-closed',
      path: 'branches.downtown.schedule',
    },
  ])('warns of $case', ({ replace, by, code, path }) => {
    const compilation = compile(tableFileWith(replace, by));

    expect(compilation).toMatchObject({ kind: 'compiled', warnings: [{ severity: 'warning', code, path }] });
  });

  it('never throws, whatever a file says', () => {
    const mangled = fc
      .tuple(
        fc.nat(smallTableFile.length),
        fc.nat(40),
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.constantFrom('*a', '&a [*a]', '\n', '\t', '!!set', '{', '- ', '__proto__: 1', '"', '99:99-10:00'),
        ),
      )
      .map(([at, length, text]) => smallTableFile.slice(0, at) + text + smallTableFile.slice(at + length));

    fc.assert(
      fc.property(mangled, (text) => {
        const compilation = compile(text);
        return compilation.kind === 'compiled' || compilation.findings.some(({ severity }) => severity === 'error');
      }),
      { numRuns: 150 },
    );
  });
});
