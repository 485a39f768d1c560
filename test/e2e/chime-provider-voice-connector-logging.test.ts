import { aStack, type Properties, type Resource, type StackFixture } from './chime-provider-fixture.ts';

const logging: Resource = { type: 'Custom::VoiceConnectorLogging', logicalId: 'OfficeLogging' };

describe('the logs of a Voice Connector in a stack', () => {
  let stack: StackFixture;
  let properties: Properties;
  let other: string;
  beforeEach(async () => {
    stack = await aStack();
    const connector = async (Name: string): Promise<string> => {
      const wanted = { Name, AwsRegion: 'us-east-1', RequireEncryption: 'false' };
      const { data } = await stack.create({ type: 'Custom::VoiceConnector', logicalId: Name }, wanted);
      return data['VoiceConnectorId']!;
    };
    properties = { VoiceConnectorId: await connector('office'), Sip: 'true', MediaMetrics: 'false' };
    other = await connector('other');
  });
  afterEach(async () => stack.close());

  const logsOf = (id: unknown): unknown => stack.registry.voiceConnectors.get(String(id))?.LoggingConfiguration;

  it('are not written before they are asked for, and then by kinds', async () => {
    const before = logsOf(properties['VoiceConnectorId']);

    const first = await stack.create(logging, properties);
    const second = await stack.create(logging, properties);

    expect(before).toBeUndefined();
    expect(logsOf(properties['VoiceConnectorId'])).toEqual({ EnableSIPLogs: true, EnableMediaMetricLogs: false });
    expect(second).toEqual(first);
  });

  it('change in place, and back', async () => {
    const { id } = await stack.create(logging, properties);
    const wanted = { ...properties, Sip: 'false', MediaMetrics: 'true' };

    const after = await stack.update(logging, id, properties, wanted);
    const changed = logsOf(properties['VoiceConnectorId']);
    await stack.update(logging, id, wanted, properties);

    expect(after.id).toBe(id);
    expect(changed).toEqual({ EnableSIPLogs: false, EnableMediaMetricLogs: true });
    expect(logsOf(properties['VoiceConnectorId'])).toEqual({ EnableSIPLogs: true, EnableMediaMetricLogs: false });
  });

  it('are written by the connector that comes instead, and no longer by the one before', async () => {
    const { id } = await stack.create(logging, properties);

    const after = await stack.update(logging, id, properties, { ...properties, VoiceConnectorId: other });
    await stack.remove(logging, id, properties);

    expect(after.id).not.toBe(id);
    expect(logsOf(other)).toEqual({ EnableSIPLogs: true, EnableMediaMetricLogs: false });
    expect(logsOf(properties['VoiceConnectorId'])).toEqual({ EnableSIPLogs: false, EnableMediaMetricLogs: false });
  });

  it('end before their groups go, and where the connector is gone already or they were never written', async () => {
    const { id } = await stack.create(logging, properties);

    await stack.remove(logging, id, properties);
    const ended = logsOf(properties['VoiceConnectorId']);
    stack.registry.voiceConnectors.clear();
    await stack.remove(logging, id, properties);
    stack.operations.length = 0;
    await stack.remove(logging, 'bank-dev-Numbers-Logging-1ABCDEF', properties);

    expect(ended).toEqual({ EnableSIPLogs: false, EnableMediaMetricLogs: false });
    expect(stack.operations).toEqual([]);
  });

  it('are refused when they are neither on nor off', async () => {
    await expect(stack.create(logging, { ...properties, Sip: 'yes' })).rejects.toThrow('Sip: ');
  });
});
