import { readTableHead, writeTableHead } from '../../../../../shared/contracts/stored-table/table-head.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { CallService } from '../../../../../shared/domain/routing/call-service.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import type { AttemptRule, MenuRule, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';

const { branches: _branches, ...head } = routingTableOf();

/** By kind, so that none can be forgotten. */
const conditions: { readonly [Kind in Condition['kind']]: readonly Extract<Condition, { kind: Kind }>[] } = {
  reason: [{ kind: 'reason', anyOf: ['billing'] }],
  entry: [{ kind: 'entry', anyOf: ['phone', 'alexa-skill-call'] }],
  locale: [{ kind: 'locale', anyOf: ['en-US', 'es'] }],
  country: [{ kind: 'country', anyOf: ['US'] }],
  state: [{ kind: 'state', anyOf: ['WA'] }],
  postalPrefix: [{ kind: 'postalPrefix', anyOf: ['981'] }],
  callerPrefix: [{ kind: 'callerPrefix', anyOf: ['+1206'] }],
  attribute: [
    { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: ['gold'] } },
    { kind: 'attribute', name: 'tier', test: { kind: 'prefix', anyOf: ['go'] } },
    { kind: 'attribute', name: 'balance', test: { kind: 'range', from: 0.5, below: 100 } },
    { kind: 'attribute', name: 'balance', test: { kind: 'range', below: -1 } },
    { kind: 'attribute', name: 'tier', test: { kind: 'exists', is: false } },
  ],
  schedule: [{ kind: 'schedule', id: 'office', is: 'closed' }],
  share: [{ kind: 'share', percent: 0.5 }],
};

const onOutcome = { declined: 'next', notAnswered: 'end' } as const;
const words = { default: 'Please wait.', es: 'Espere, por favor.' };
const attempts: { readonly [Kind in AttemptRule['kind']]: readonly Extract<AttemptRule, { kind: Kind }>[] } = {
  contactCenter: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30, onOutcome }],
  branch: [{ kind: 'branch', id: 'downtown', timeoutSeconds: 1 }],
  phone: [{ kind: 'phone', id: 'desk', number: '+12065550142' as E164, timeoutSeconds: 120 }],
  meeting: [
    { kind: 'meeting', id: 'adviser', onOutcome },
    { kind: 'meeting', id: 'adviser', timeoutSeconds: 90 },
  ],
  lookUp: [{ kind: 'lookUp', id: 'crm', timeoutSeconds: 20 }],
  message: [{ kind: 'message', id: 'sorry', words }],
  voicemail: [{ kind: 'voicemail', id: 'box', words, maximumSeconds: 600, onOutcome }],
  nearestBranch: [
    { kind: 'nearestBranch', withinKilometers: 0.5, upTo: 1, timeoutSeconds: 20 },
    { kind: 'nearestBranch', service: 'safes', withinKilometers: 80, upTo: 3, spreadKilometers: 5, timeoutSeconds: 20 },
  ],
  choice: [
    {
      kind: 'choice',
      upTo: 2,
      from: [
        { weight: 1, attempt: { kind: 'meeting', id: 'adviser' } },
        { weight: 10_000, attempt: { kind: 'contactCenter', id: 'support', timeoutSeconds: 30, onOutcome } },
      ],
    },
  ],
};

function thereAndBack(changes: Partial<RoutingTable>): unknown {
  return readTableHead(writeTableHead({ ...head, ...changes }));
}

describe("a stored table's head", () => {
  it.each(Object.entries(conditions))('keeps conditions on %s as they are', (_kind, when) => {
    const rules = [{ id: 'rule', when, attempts: [] }];

    expect(thereAndBack({ rules })).toEqual({ ...head, rules });
  });

  it.each(Object.entries(attempts))(
    'keeps attempts of kind %s as they are, in rules and by default',
    (_kind, given) => {
      const changes = { rules: [{ id: 'rule', when: [], attempts: given }], defaultAttempts: given };

      expect(thereAndBack(changes)).toEqual({ ...head, ...changes });
    },
  );

  it('keeps how rules are found', () => {
    const ruleIndex: RoutingTable['ruleIndex'] = {
      dimensions: [
        { dimension: { kind: 'reason' }, values: 3 },
        { dimension: { kind: 'locale', parts: 1 }, values: 2 },
        { dimension: { kind: 'postalPrefix', length: 3 }, values: 900 },
        { dimension: { kind: 'attribute', name: 'tier' }, values: 4 },
        { dimension: { kind: 'attribute', name: 'account', length: 2 }, values: 4 },
      ],
      groups: [
        { by: [0, 4], rules: [0, 2] },
        { by: [], rules: [1] },
      ],
    };

    expect(thereAndBack({ ruleIndex })).toEqual({ ...head, ruleIndex });
  });

  it.each<{ case: string; service: CallService }>([
    { case: 'nothing but a recording', service: { recording: 'always' } },
    { case: 'nothing but what follows', service: { afterwards: 'anotherTry' } },
    {
      case: 'everything',
      service: {
        recording: 'ask',
        afterwards: 'survey',
        keys: { 0: 'nextPerson', 1: 'hangUp', 2: 'pauseRecording', 9: 'resumeRecording' },
      },
    },
  ])('keeps what callers are granted, by rules and by default: $case', ({ service }) => {
    const changes = { rules: [{ id: 'rule', when: [], attempts: [], service }], defaultService: service };

    expect(thereAndBack(changes)).toEqual({ ...head, ...changes });
  });

  it.each<{ case: string; menu: MenuRule }>([
    { case: 'with a greeting', menu: { greeting: words, reasons: ['billing', 'cards'] } },
    { case: 'without', menu: { reasons: ['billing'] } },
  ])('keeps the menu $case', ({ menu }) => {
    expect(thereAndBack({ menu })).toEqual({ ...head, menu });
  });

  it('keeps the locale', () => {
    expect(thereAndBack({ locale: 'fr-CA' })).toEqual({ ...head, locale: 'fr-CA' });
  });

  it('has no services, no menu and no locale where it was stored by a release that knew none', () => {
    const rules = [{ id: 'rule', when: [], attempts: [{ kind: 'meeting', id: 'adviser' }] }];

    const read = readTableHead(JSON.stringify({ ...head, rules }));

    expect(read).toEqual({ ...head, rules });
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['defaultService']));
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['menu']));
    expect(Object.keys(read)).not.toContain('locale');
    expect(Object.keys(read.rules[0]!)).not.toContain('service');
    expect(Object.keys(read.rules[0]!.attempts[0]!)).not.toContain('timeoutSeconds');
  });

  it('keeps contact centres, look-ups, dialling rules and the names of branches', () => {
    const changes: Partial<RoutingTable> = {
      contactCenters: [
        {
          id: 'support',
          voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
          user: 'support',
          headers: { profile: 'x-header', name: 'X-Id', fixed: { 'X-Queue': 'cards' } },
        },
      ],
      lookUps: [{ id: 'crm', url: 'https://crm.example/route' }],
      dialling: { allow: ['+1', '+44'], deny: ['+1900'] },
      namedBranches: { downtown: 0, tacoma: 17 },
      reasons: [
        { id: 'billing', name: { default: 'a bill', 'es-US': 'una factura' }, synonyms: { 'en-US': ['my bill'] } },
      ],
    };

    expect(thereAndBack(changes)).toEqual({ ...head, ...changes });
  });

  it.each([
    { case: 'a kind of attempt that is not known', changes: { defaultAttempts: [{ kind: 'teleport', id: 'x' }] } },
    {
      case: 'a kind of condition that is not known',
      changes: { rules: [{ id: 'r', when: [{ kind: 'mood' }], attempts: [] }] },
    },
    {
      case: 'a time that nobody may ring',
      changes: { defaultAttempts: [{ kind: 'branch', id: 'x', timeoutSeconds: 121 }] },
    },
    { case: 'a recording of a kind that is not known', changes: { defaultService: { recording: 'never' } } },
    { case: 'a key that no telephone has', changes: { defaultService: { keys: { A: 'hangUp' } } } },
    { case: 'a number that is none', changes: { callerId: '911' } },
    { case: 'nothing by default', changes: { defaultAttempts: undefined } },
    { case: 'text without a default', changes: { reasons: [{ id: 'a', name: { es: 'b' }, synonyms: {} }] } },
    {
      case: 'a group of rules that is found by nothing',
      changes: { ruleIndex: { dimensions: [], groups: [{ by: [0], rules: [] }] } },
    },
  ])('is refused with $case', ({ changes }) => {
    const stored = JSON.stringify({ ...head, ...changes });

    expect(() => readTableHead(stored)).toThrow();
  });
});
