import {
  application,
  applicationIn,
  aStack,
  type Properties,
  type Resource,
  type Standing,
  type StackFixture,
} from './chime-provider-fixture.ts';

const phone: Resource = { type: 'Custom::ChimePhoneNumber', logicalId: 'Number' };
const connector: Resource = { type: 'Custom::VoiceConnector', logicalId: 'Office' };
const rule: Resource = { type: 'Custom::SipRule', logicalId: 'Rule' };
const number = { ProductType: 'SipMediaApplicationDialIn', AreaCode: '206', RuleName: 'bank-dev-number' };
const office = {
  Name: 'bank-dev-office',
  AwsRegion: 'us-east-1',
  RequireEncryption: 'false',
  RuleName: 'bank-dev-from-office',
};

// The stack of the rules is updated after the stack of the number and the connectors: the rule is still there.
describe.each([
  {
    what: 'a number',
    resource: phone,
    properties: number,
    trigger: 'ToPhoneNumber',
    value: 'E164PhoneNumber',
    otherwise: { AreaCode: '425' },
    gone: (stack: StackFixture) => stack.registry.phoneNumbers.get('+12065550100')?.Status === 'ReleaseInProgress',
    says: "still takes the number's calls",
  },
  {
    what: 'a Voice Connector',
    resource: connector,
    properties: office,
    trigger: 'RequestUriHostname',
    value: 'OutboundHostName',
    otherwise: { AwsRegion: 'us-west-2' },
    gone: (stack: StackFixture) =>
      stack.registry.voiceConnectors.values().every(({ AwsRegion }) => AwsRegion !== 'us-east-1'),
    says: "still takes the Voice Connector's calls",
  },
])('$what whose SIP rule stands', ({ resource, properties, trigger, value, otherwise, gone, says }) => {
  let stack: StackFixture;
  let standing: Standing;
  let entry: Properties;
  beforeEach(async () => {
    stack = await aStack();
    standing = await stack.create(resource, properties);
    const { data } = await stack.create(application, applicationIn('us-east-1'));
    entry = {
      Name: properties.RuleName,
      TriggerType: trigger,
      TriggerValue: standing.data[value],
      TargetApplications: [{ ...data, Priority: '1', AwsRegion: 'us-east-1' }],
    };
  });
  afterEach(async () => stack.close());

  const rules = (): unknown[] => [...stack.registry.sipRules.values()];

  it('takes it along when it goes; what is left of the rule is deleted in peace', async () => {
    const { id } = await stack.create(rule, entry);

    await stack.remove(resource, standing.id, properties);
    const left = rules();
    await stack.remove(rule, id, entry);

    expect([gone(stack), left]).toEqual([true, []]);
  });

  it('takes it along when another comes instead, which then gets a rule of its own', async () => {
    const before = await stack.create(rule, entry);
    const wanted = { ...properties, ...otherwise };

    const { data } = await stack.update(resource, standing.id, properties, wanted);
    await stack.remove(resource, standing.id, properties);
    const updated = { ...entry, TriggerValue: data[value] };
    const after = await stack.update(rule, before.id, entry, updated);
    await stack.remove(rule, before.id, entry);

    expect(after.id).not.toBe(before.id);
    expect(gone(stack)).toBe(true);
    expect(rules()).toEqual([expect.objectContaining({ TriggerValue: data[value], Disabled: false })]);
  });

  it('waits until the service has seen that it is disabled', async () => {
    await stack.create(rule, entry);
    stack.api.faults.failNext('DeleteSipRule', 'ConflictException', 2);

    await stack.remove(resource, standing.id, properties);

    expect([gone(stack), rules()]).toEqual([true, []]);
  });

  it.each<{ case: string; Name: string; RuleName: string | undefined }>([
    { case: 'has another name', Name: 'theirs', RuleName: properties.RuleName },
    { case: 'begins with the name', Name: `${properties.RuleName}-2`, RuleName: properties.RuleName },
    { case: 'is not expected', Name: properties.RuleName, RuleName: undefined },
  ])('stays, with the rule as it was, where that $case', async ({ Name, RuleName }) => {
    await stack.create(rule, { ...entry, Name });
    const { RuleName: _, ...others } = properties;
    const asked = RuleName === undefined ? others : { ...others, RuleName };

    await expect(stack.remove(resource, standing.id, asked)).rejects.toThrow(says);
    expect(gone(stack)).toBe(false);
    expect(rules()).toEqual([expect.objectContaining({ Disabled: false })]);
  });

  it('stays where a rule has the name alone, and no mark of ours', async () => {
    await stack.create(rule, entry);
    const [mine] = [...stack.registry.sipRules.values()];
    stack.registry.sipRules.set(mine!.SipRuleId, { ...mine!, Name: properties.RuleName });

    await expect(stack.remove(resource, standing.id, properties)).rejects.toThrow(says);
    expect(gone(stack)).toBe(false);
  });
});
