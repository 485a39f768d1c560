import {
  application,
  applicationIn,
  aStack,
  type Properties,
  type Resource,
  type StackFixture,
} from './chime-provider-fixture.ts';
import { orderedNumber } from './chime-provider-numbers.ts';

const rule: Resource = { type: 'Custom::SipRule', logicalId: 'Entry' };
const number = '+12065550100';
const otherNumber = '+14255550100';

describe('a SIP rule in a stack', () => {
  let stack: StackFixture;
  let properties: Properties;
  let westAlone: Properties;
  beforeEach(async () => {
    stack = await aStack();
    orderedNumber(stack, number);
    orderedNumber(stack, otherNumber);
    const target = async (AwsRegion: string, Priority: string): Promise<Properties> => {
      const { data } = await stack.create({ ...application, logicalId: AwsRegion }, applicationIn(AwsRegion));
      return { SipMediaApplicationId: data['SipMediaApplicationId'], Priority, AwsRegion };
    };
    const [east, west] = [await target('us-east-1', '1'), await target('us-west-2', '2')];
    properties = {
      Name: 'bank-dev-entry',
      TriggerType: 'ToPhoneNumber',
      TriggerValue: number,
      TargetApplications: [east, west],
    };
    westAlone = { TargetApplications: [west] };
    stack.operations.length = 0;
  });
  afterEach(async () => stack.close());

  const rules = (): unknown[] => [...stack.registry.sipRules.values()];

  it('is created, enabled, with both applications in order, and tells its id', async () => {
    const { id, data } = await stack.create(rule, properties);

    expect(id).toBe(`sip-rule/${data['SipRuleId']}`);
    expect(rules()).toEqual([
      expect.objectContaining({
        Name: expect.stringMatching(/^bank-dev-entry\.[\da-f]{16}$/),
        Disabled: false,
        TriggerType: 'ToPhoneNumber',
        TriggerValue: number,
        TargetApplications: [
          expect.objectContaining({ Priority: 1, AwsRegion: 'us-east-1' }),
          expect.objectContaining({ Priority: 2, AwsRegion: 'us-west-2' }),
        ],
      }),
    ]);
  });

  it('is made once when CloudFormation asks twice', async () => {
    const first = await stack.create(rule, properties);

    const second = await stack.create(rule, properties);

    expect(second).toEqual(first);
    expect(rules()).toHaveLength(1);
  });

  it("is refused when the trigger is another's, which stays as it is", async () => {
    await stack.create({ ...rule, logicalId: 'Theirs' }, properties);
    const theirs = rules();

    await expect(stack.create(rule, properties)).rejects.toThrow(
      'Create Custom::SipRule: TriggerValue: another SIP rule of the account has this trigger; delete that one first',
    );
    expect(rules()).toEqual(theirs);
  });

  it('changes its name and its targets in place', async () => {
    const before = await stack.create(rule, properties);
    const wanted = { ...properties, ...westAlone, Name: 'renamed' };

    const after = await stack.update(rule, before.id, properties, wanted);

    expect(after).toEqual(before);
    expect(rules()).toEqual([
      expect.objectContaining({
        Name: expect.stringMatching(/^renamed\./),
        TargetApplications: [expect.objectContaining({ AwsRegion: 'us-west-2' })],
      }),
    ]);
  });

  it.each([
    { case: 'number', change: { TriggerValue: otherNumber } },
    { case: 'kind of trigger', change: { TriggerType: 'RequestUriHostname', TriggerValue: 'x.voiceconnector' } },
  ])('is made anew beside the old one for another $case, so that no call is lost', async ({ change }) => {
    const { data } = await stack.create(
      { type: 'Custom::VoiceConnector' },
      {
        Name: 'o',
        AwsRegion: 'us-east-1',
        RequireEncryption: 'false',
      },
    );
    const TriggerValue = change.TriggerType === undefined ? change.TriggerValue : data['OutboundHostName'];
    const wanted = { ...properties, ...change, TriggerValue };
    const before = await stack.create(rule, properties);

    const after = await stack.update(rule, before.id, properties, wanted);
    const beside = rules();
    await stack.remove(rule, before.id, properties);

    expect(after.id).not.toBe(before.id);
    expect(beside).toEqual([
      expect.objectContaining({ TriggerValue: number, Disabled: false }),
      expect.objectContaining({ TriggerValue, Disabled: false }),
    ]);
    expect(rules()).toEqual([expect.objectContaining({ TriggerValue })]);
  });

  it('is what it was when another trigger is rolled back', async () => {
    const wanted = { ...properties, TriggerValue: otherNumber };
    const before = await stack.create(rule, properties);
    const after = await stack.update(rule, before.id, properties, wanted);

    const rolledBack = await stack.update(rule, after.id, wanted, properties);
    await stack.remove(rule, after.id, wanted);

    expect(rolledBack).toEqual(before);
    expect(rules()).toEqual([expect.objectContaining({ TriggerValue: number, Disabled: false })]);
  });

  it('takes calls again when its deletion is rolled back half-way', async () => {
    const { id } = await stack.create(rule, properties);
    stack.api.faults.failNext('DeleteSipRule', 'AccessDeniedException');
    await expect(stack.remove(rule, id, properties)).rejects.toThrow('Delete Custom::SipRule: AccessDeniedException');
    const half = rules();

    await stack.update(rule, id, properties, properties);

    expect(half).toEqual([expect.objectContaining({ Disabled: true })]);
    expect(rules()).toEqual([expect.objectContaining({ Disabled: false })]);
  });

  it('is disabled before it is deleted, and deleting it once more does nothing', async () => {
    const { id } = await stack.create(rule, properties);
    stack.operations.length = 0;

    await stack.remove(rule, id, properties);
    await stack.remove(rule, id, properties);

    expect(stack.operations).toEqual(['GetSipRule', 'UpdateSipRule', 'DeleteSipRule', 'GetSipRule']);
    expect(rules()).toEqual([]);
  });

  it('is asked for again until the service has seen that it is disabled', async () => {
    const { id } = await stack.create(rule, properties);
    stack.api.faults.failNext('DeleteSipRule', 'ConflictException', 3);

    const questions = await stack.remove(rule, id, properties);

    expect(questions).toBe(3);
    expect(rules()).toEqual([]);
  });

  it('is tried again every ten seconds while the service does not know its number or applications', async () => {
    stack.api.faults.failNext('CreateSipRule', 'BadRequestException', 2);

    await stack.create(rule, properties);

    expect(stack.pauses).toEqual([10_000, 10_000]);
    expect(rules()).toHaveLength(1);
  });

  it('is given up after a minute, with what the service says of it and without the number', async () => {
    const creating = stack.create(rule, { ...properties, TriggerValue: '+13605550100' });

    await expect(creating).rejects.toThrow(
      'Create Custom::SipRule: BadRequestException: TriggerValue: must be a number',
    );
    await expect(creating).rejects.toThrow(expect.not.stringContaining('+1360'));
    expect(stack.pauses).toHaveLength(6);
  });

  it('is refused with two targets in a Region', async () => {
    const [first] = properties['TargetApplications'] as unknown[];

    await expect(stack.create(rule, { ...properties, TargetApplications: [first, first] })).rejects.toThrow(
      'TargetApplications: a rule has one target a Region',
    );
  });
});
