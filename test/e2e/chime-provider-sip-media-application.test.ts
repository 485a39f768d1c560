import { application, applicationIn, aStack, type StackFixture } from './chime-provider-fixture.ts';

const east = applicationIn('us-east-1');

describe('a SIP media application in a stack', () => {
  let stack: StackFixture;
  beforeEach(async () => {
    stack = await aStack();
  });
  afterEach(async () => stack.close());

  const applications = (): unknown[] => [...stack.registry.sipMediaApplications.values()];

  it('is created with its function and tags, and tells its id and ARN', async () => {
    const { id, data } = await stack.create(application, east);

    const arn = data['SipMediaApplicationArn']!;
    expect(id).toBe(`sip-media-application/${data['SipMediaApplicationId']}`);
    expect(applications()).toEqual([
      expect.objectContaining({
        SipMediaApplicationArn: arn,
        Name: 'bank-dev-calls',
        AwsRegion: 'us-east-1',
        Endpoints: [{ LambdaArn: east['LambdaArn'] }],
      }),
    ]);
    expect(stack.registry.tags.get(arn)).toEqual([
      { Key: 'product', Value: 'bridge' },
      { Key: 'made-for', Value: expect.stringMatching(/^[\da-f]{16}$/) },
    ]);
  });

  it('is made once when CloudFormation asks twice, even behind a hundred others', async () => {
    for (let n = 0; n < 101; n += 1) anotherApplication(stack, `other-${n}`);
    const first = await stack.create(application, east);

    const second = await stack.create(application, east);

    expect(second).toEqual(first);
    expect(applications()).toHaveLength(102);
  });

  it('is never one that was made for somebody else, by whatever name', async () => {
    const theirs = await stack.create({ ...application, logicalId: 'Theirs' }, east);

    const ours = await stack.create(application, east);

    expect(ours.id).not.toBe(theirs.id);
  });

  it.each([
    { case: 'name', change: { Name: 'bank-dev-new' }, is: { Name: 'bank-dev-new' } },
    {
      case: 'function',
      change: { LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:sma:live' },
      is: { Endpoints: [{ LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:sma:live' }] },
    },
  ])('changes its $case in place', async ({ change, is }) => {
    const before = await stack.create(application, east);

    const after = await stack.update(application, before.id, east, { ...east, ...change });

    expect(after).toEqual(before);
    expect(applications()).toEqual([expect.objectContaining(is)]);
  });

  it('gets new tags and loses those that its template has no longer; what others put there stays', async () => {
    const { id, data } = await stack.create(application, east);
    const arn = data['SipMediaApplicationArn']!;
    stack.registry.tags.set(arn, [...stack.registry.tags.get(arn)!, { Key: 'theirs', Value: 'x' }]);

    await stack.update(application, id, east, { ...east, Tags: [{ Key: 'stage', Value: 'dev' }] });

    const keys = stack.registry.tags.get(arn)!.map(({ Key }) => Key);
    expect(keys.sort()).toEqual(['made-for', 'stage', 'theirs']);
  });

  it('is made anew for another Region, and the one before is what CloudFormation deletes', async () => {
    const west = applicationIn('us-west-2');
    const before = await stack.create(application, east);

    const after = await stack.update(application, before.id, east, west);
    const both = applications();
    await stack.remove(application, before.id, east);

    expect(after.id).not.toBe(before.id);
    expect(both).toHaveLength(2);
    expect(applications()).toEqual([expect.objectContaining({ AwsRegion: 'us-west-2' })]);
  });

  it('is what it was when a change of Region is rolled back', async () => {
    const west = applicationIn('us-west-2');
    const before = await stack.create(application, east);
    const after = await stack.update(application, before.id, east, west);

    const rolledBack = await stack.update(application, after.id, west, east);
    await stack.remove(application, after.id, west);

    expect(rolledBack).toEqual(before);
    expect(applications()).toEqual([expect.objectContaining({ AwsRegion: 'us-east-1' })]);
  });

  it('is made again when somebody has deleted it by hand', async () => {
    const before = await stack.create(application, east);
    stack.registry.sipMediaApplications.clear();

    const after = await stack.update(application, before.id, east, { ...east, Name: 'renamed' });

    expect(after.id).not.toBe(before.id);
    expect(applications()).toHaveLength(1);
  });

  it('is deleted, and once more, and when it was never made', async () => {
    const { id } = await stack.create(application, east);

    await stack.remove(application, id, east);
    await stack.remove(application, id, east);
    stack.operations.length = 0;
    await stack.remove(application, 'bank-dev-Calls-Application-1ABCDEF', { Name: '' });

    expect(applications()).toEqual([]);
    expect(stack.operations).toEqual([]);
  });

  it('is not deleted while a SIP rule names it: the error names the rule', async () => {
    const { id, data } = await stack.create(application, east);
    const SipMediaApplicationId = data['SipMediaApplicationId']!;
    const TargetApplications = [{ SipMediaApplicationId, Priority: 1, AwsRegion: 'us-east-1' }];
    const rule = { SipRuleId: 'rule-1', Name: 'r', Disabled: true, TriggerType: 'ToPhoneNumber' as const };
    const at = { CreatedTimestamp: '2026-11-18T15:00:00Z', UpdatedTimestamp: '2026-11-18T15:00:00Z' };
    stack.registry.sipRules.set('rule-1', { ...rule, TriggerValue: '+12065550100', TargetApplications, ...at });

    await expect(stack.remove(application, id, east)).rejects.toThrow(
      'Delete Custom::SipMediaApplication: SIP rule rule-1 still sends calls to it',
    );
  });

  it('is waited for when the service still believes in a rule that is gone', async () => {
    const { id } = await stack.create(application, east);
    stack.api.faults.failNext('DeleteSipMediaApplication', 'ConflictException', 2);

    const questions = await stack.remove(application, id, east);

    expect(questions).toBe(2);
    expect(applications()).toEqual([]);
  });

  it('is refused with a function of another Region', async () => {
    const LambdaArn = 'arn:aws:lambda:us-west-2:111122223333:function:sma';

    await expect(stack.create(application, { ...east, LambdaArn })).rejects.toThrow(
      'Create Custom::SipMediaApplication: LambdaArn: must be a function in AwsRegion',
    );
  });
});

function anotherApplication({ registry }: StackFixture, id: string): void {
  registry.sipMediaApplications.set(id, {
    SipMediaApplicationId: id,
    SipMediaApplicationArn: registry.arnOf('sma', 'us-east-1', id),
    AwsRegion: 'us-east-1',
    Name: id,
    Endpoints: [],
    CreatedTimestamp: '2026-11-01T00:00:00Z',
    UpdatedTimestamp: '2026-11-01T00:00:00Z',
  });
}
