import { aStack, type Properties, type Resource, type StackFixture } from './chime-provider-fixture.ts';

const connector: Resource = { type: 'Custom::VoiceConnector', logicalId: 'Office' };
const tcp = { Host: 'sbc.example.com', Port: '5061', Protocol: 'TCP', Priority: '1', Weight: '5' };
const properties = {
  Name: 'bank-dev-office',
  AwsRegion: 'us-east-1',
  RequireEncryption: 'false',
  Origination: [{ ...tcp, Protocol: 'UDP' }],
  TerminationCidrs: ['203.0.113.0/28'],
  CallingRegions: ['US'],
} satisfies Properties;

describe('a Voice Connector in a stack', () => {
  let stack: StackFixture;
  beforeEach(async () => {
    stack = await aStack();
  });
  afterEach(async () => stack.close());

  const connectors = (): unknown[] => [...stack.registry.voiceConnectors.values()];

  it('is created with routes and termination, and tells its host name', async () => {
    const { id, data } = await stack.create(connector, properties);

    expect(data).toEqual({
      VoiceConnectorId: id.replace('voice-connector/', ''),
      VoiceConnectorArn: expect.stringContaining(':vc/'),
      OutboundHostName: expect.stringContaining('.voiceconnector.chime.aws'),
    });
    expect(connectors()).toEqual([
      expect.objectContaining({
        Name: 'bank-dev-office',
        RequireEncryption: false,
        Origination: {
          Disabled: false,
          Routes: [{ Host: 'sbc.example.com', Port: 5061, Protocol: 'UDP', Priority: 1, Weight: 5 }],
        },
        Termination: expect.objectContaining({ CidrAllowedList: ['203.0.113.0/28'], CallingRegions: ['US'] }),
      }),
    ]);
  });

  it('is made once when CloudFormation asks twice', async () => {
    const first = await stack.create(connector, properties);

    const second = await stack.create(connector, properties);

    expect(second).toEqual(first);
    expect(connectors()).toHaveLength(1);
  });

  it.each<{ case: string; change: Properties; is: Properties }>([
    { case: 'name', change: { Name: 'other' }, is: { Name: 'other' } },
    {
      case: 'routes',
      change: { Origination: [{ ...tcp, Host: 'b.example.com', Protocol: 'UDP' }] },
      is: { Origination: expect.objectContaining({ Routes: [expect.objectContaining({ Host: 'b.example.com' })] }) },
    },
    {
      case: 'termination',
      change: { TerminationCidrs: ['198.51.100.0/27'] },
      is: { Termination: expect.objectContaining({ CidrAllowedList: ['198.51.100.0/27'] }) },
    },
    {
      case: 'calling regions',
      change: { CallingRegions: ['US', 'CA'] },
      is: { Termination: expect.objectContaining({ CallingRegions: ['US', 'CA'] }) },
    },
    {
      case: 'encryption, with its routes',
      change: { RequireEncryption: 'true', Origination: [tcp] },
      is: {
        RequireEncryption: true,
        Origination: expect.objectContaining({ Routes: [expect.objectContaining({ Protocol: 'TCP' })] }),
      },
    },
  ])('changes its $case in place, and back', async ({ change, is }) => {
    const before = await stack.create(connector, properties);
    const original = connectors();

    const after = await stack.update(connector, before.id, properties, { ...properties, ...change });
    const changed = connectors();
    await stack.update(connector, before.id, { ...properties, ...change }, properties);

    expect(after).toEqual(before);
    expect(changed).toEqual([expect.objectContaining(is)]);
    expect(connectors()).toEqual(original);
  });

  it('takes and delivers nothing when its routes and addresses are taken out of the template', async () => {
    const { id } = await stack.create(connector, properties);

    await stack.update(connector, id, properties, { ...properties, Origination: [], TerminationCidrs: [] });

    expect(connectors()).toEqual([expect.not.objectContaining({ Origination: expect.anything() })]);
    expect(connectors()).toEqual([expect.not.objectContaining({ Termination: expect.anything() })]);
  });

  it('is made anew for another Region', async () => {
    const before = await stack.create(connector, properties);
    const elsewhere = { ...properties, AwsRegion: 'us-west-2' };

    const after = await stack.update(connector, before.id, properties, elsewhere);
    await stack.remove(connector, before.id, properties);

    expect(after.data['VoiceConnectorId']).not.toBe(before.data['VoiceConnectorId']);
    expect(connectors()).toEqual([expect.objectContaining({ AwsRegion: 'us-west-2' })]);
  });

  it.each(['PutVoiceConnectorTermination', 'PutVoiceConnectorOrigination'] as const)(
    'is deleted again when %s fails while it is created',
    async (operation) => {
      stack.api.faults.failNext(operation, 'BadRequestException');

      const creating = stack.create(connector, properties);

      await expect(creating).rejects.toThrow(
        'Create Custom::VoiceConnector: the Voice Connector was made, but not its settings (BadRequestException',
      );
      await expect(creating).rejects.toThrow('it is deleted again');
      expect(connectors()).toEqual([]);
    },
  );

  it('is made once more from the start when the service had too much to do for its settings', async () => {
    stack.api.faults.failNext('PutVoiceConnectorTermination', 'ThrottledClientException');

    await stack.create(connector, properties);

    expect(stack.pauses).toEqual([10_000]);
    expect(connectors()).toEqual([expect.objectContaining({ Termination: expect.anything() })]);
  });

  it('that can be neither finished nor deleted again is named, and is taken up by the next try', async () => {
    stack.api.faults.failNext('PutVoiceConnectorOrigination', 'ForbiddenException');
    stack.api.faults.failNext('DeleteVoiceConnector', 'ForbiddenException');

    const creating = stack.create(connector, properties);

    await expect(creating).rejects.toThrow('could not be deleted again (ForbiddenException');
    const [left] = [...stack.registry.voiceConnectors.keys()];
    await expect(creating).rejects.toThrow(`${left} is left`);
    const { data } = await stack.create(connector, properties);
    expect(data['VoiceConnectorId']).toBe(left);
    expect(connectors()).toEqual([expect.objectContaining({ Origination: expect.anything() })]);
  });

  it('is what it was when a change that failed half-way is rolled back', async () => {
    const { id } = await stack.create(connector, properties);
    const original = connectors();
    const wanted = { ...properties, Name: 'other', TerminationCidrs: ['198.51.100.0/27'] };
    stack.api.faults.failNext('PutVoiceConnectorTermination', 'AccessDeniedException');

    const changing = stack.update(connector, id, properties, wanted);
    await expect(changing).rejects.toThrow('Update Custom::VoiceConnector: AccessDeniedException');
    const half = connectors();
    await stack.update(connector, id, wanted, properties);

    expect(half).not.toEqual(original);
    expect(connectors()).toEqual(original);
  });

  it('is deleted, and once more', async () => {
    const { id } = await stack.create(connector, properties);

    await stack.remove(connector, id, properties);
    await stack.remove(connector, id, properties);

    expect(connectors()).toEqual([]);
  });

  it('is not deleted while numbers ring it', async () => {
    const { id, data } = await stack.create(connector, properties);
    const Value = data['VoiceConnectorId']!;
    const at = '2026-11-18T15:00:00Z';
    stack.registry.phoneNumbers.set('+12065550100', {
      PhoneNumberId: '+12065550100',
      E164PhoneNumber: '+12065550100',
      Associations: [{ Name: 'VoiceConnectorId', Value, AssociatedTimestamp: at }],
      CreatedTimestamp: at,
    } as never);

    await expect(stack.remove(connector, id, properties)).rejects.toThrow('disassociate them');
  });

  it.each<{ case: string; change: Properties; says: string }>([
    { case: 'no name', change: { Name: '' }, says: 'Name: ' },
    { case: 'a port of 0', change: { Origination: [{ ...tcp, Port: '0' }] }, says: 'Origination.0.Port: ' },
    { case: 'half the internet', change: { TerminationCidrs: ['0.0.0.0/1'] }, says: 'TerminationCidrs.0: must be an' },
    { case: 'encryption over UDP', change: { RequireEncryption: 'true' }, says: 'Origination: encryption is required' },
  ])('is refused with $case before anything is asked of the service', async ({ change, says }) => {
    await expect(stack.create(connector, { ...properties, ...change })).rejects.toThrow(says);

    expect(stack.operations).toEqual([]);
  });
});
