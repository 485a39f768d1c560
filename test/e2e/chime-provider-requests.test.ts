import { application, applicationIn, aStack, type Properties, type StackFixture } from './chime-provider-fixture.ts';

const east = applicationIn('us-east-1');
const renamed = { ...east, Name: 'renamed' };

describe('requests to the provider', () => {
  let stack: StackFixture;
  beforeEach(async () => {
    stack = await aStack();
  });
  afterEach(async () => stack.close());

  const names = (): string[] => [...stack.registry.sipMediaApplications.values()].map(({ Name }) => Name);

  it.each(['ThrottledClientException', 'ServiceFailureException', 'ServiceUnavailableException'] as const)(
    'create again every ten seconds through %s, once',
    async (fault) => {
      stack.api.faults.failNext('ListSipMediaApplications', fault);
      stack.api.faults.failNext('CreateSipMediaApplication', fault, 2);

      await stack.create(application, east);

      expect(stack.pauses).toEqual([10_000, 10_000, 10_000]);
      expect(names()).toEqual(['bank-dev-calls']);
    },
  );

  it('create no more after a minute', async () => {
    stack.api.faults.failNext('CreateSipMediaApplication', 'ThrottledClientException', 7);

    await expect(stack.create(application, east)).rejects.toThrow(
      'Create Custom::SipMediaApplication: ThrottledClientException',
    );
    expect(names()).toEqual([]);
  });

  it('finish a change by being asked whether it is complete, when the service has too much to do', async () => {
    const { id, data } = await stack.create(application, east);
    stack.api.faults.failNext('UpdateSipMediaApplication', 'ThrottledClientException', 2);

    const after = await stack.update(application, id, east, renamed);

    expect(after).toEqual(expect.objectContaining({ id, data }));
    expect(names()).toEqual(['renamed']);
    expect(stack.pauses).toEqual([]);
  });

  it('finish a deletion in the same way', async () => {
    const { id } = await stack.create(application, east);
    stack.api.faults.failNext('DeleteSipMediaApplication', 'ThrottledClientException', 3);

    const questions = await stack.remove(application, id, east);

    expect(questions).toBe(3);
    expect(names()).toEqual([]);
  });

  it('roll back a change whose properties were never right', async () => {
    const { id } = await stack.create(application, east);
    const wrong = { ...east, Name: '', Tags: 'none' };

    await expect(stack.update(application, id, east, wrong)).rejects.toThrow('Name: ');
    await stack.update(application, id, wrong, east);

    expect(names()).toEqual(['bank-dev-calls']);
  });

  it('name everything that is wrong, and no value', async () => {
    const creating = stack.create(application, { Name: 'not#a#name', AwsRegion: 'here', LambdaArn: 'arn' });

    await expect(creating).rejects.toThrow(/Name: .*; AwsRegion: must be an AWS Region; LambdaArn: must be/);
    await expect(creating).rejects.toThrow(expect.not.stringMatching(/not#a#name|here/));
  });

  it.each<{ case: string; event: Properties; says: string }>([
    { case: 'an unknown type', event: { ResourceType: 'Custom::Moon' }, says: 'ResourceType' },
    { case: 'an unknown request', event: { RequestType: 'Sing' }, says: 'RequestType' },
    { case: 'nothing to delete', event: { RequestType: 'Delete' }, says: 'PhysicalResourceId' },
  ])('are refused with $case', async ({ event, says }) => {
    const request = stack.request(application, { RequestType: 'Create', ResourceProperties: east, ...event });

    await expect(stack.provider.onEvent(request)).rejects.toThrow(`wrong: ${says}`);
    await expect(stack.provider.onEvent('nonsense')).rejects.toThrow('not a request for Custom::ChimePhoneNumber');
  });
});
