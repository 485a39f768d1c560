import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { BusEvent } from '../../../../../infra/local/event-bus/bus-rules.ts';
import { startEventBus, type LocalEventBus } from '../../../../../infra/local/event-bus/event-bus.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const now = Date.parse('2026-11-18T15:00:00.250Z');
const wanted = { Source: 'shop', DetailType: 'Order', Detail: '{"n":1}', EventBusName: 'advisers' };

describe('the local EventBridge, asked by the real client', () => {
  let bus: LocalEventBus;
  let client: EventBridgeClient;
  let told: BusEvent[];

  beforeEach(async () => {
    const clock = new TimersFake(now);
    bus = await startEventBus({
      buses: ['advisers'],
      region: 'us-east-1',
      accountId: '111122223333',
      timers: systemTimers,
      clock,
      ids: idsFake(),
    });
    client = new EventBridgeClient({
      endpoint: bus.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    told = [];
  });
  afterEach(async () => {
    client.destroy();
    await bus.close();
  });

  const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));
  const listen = (rule: Partial<Parameters<LocalEventBus['rule']>[0]> = {}) =>
    bus.rule({ bus: 'advisers', ...rule }, (event) => void told.push(event));

  it('takes an event to a rule’s target, in the envelope that AWS puts around it', async () => {
    listen({ source: ['shop'], 'detail-type': ['Order'] });

    const { FailedEntryCount, Entries } = await put({ ...wanted, Resources: ['arn:of:something'] });

    expect({ FailedEntryCount, count: Entries?.length }).toEqual({ FailedEntryCount: 0, count: 1 });
    expect(told).toEqual([
      {
        version: '0',
        id: Entries?.[0]?.EventId,
        'detail-type': 'Order',
        source: 'shop',
        account: '111122223333',
        time: '2026-11-18T15:00:00Z',
        region: 'us-east-1',
        resources: ['arn:of:something'],
        detail: { n: 1 },
      },
    ]);
  });

  it('takes the sender’s time, and the bus by its ARN', async () => {
    listen();

    await put({
      ...wanted,
      Time: new Date('2022-01-01T00:00:00Z'),
      EventBusName: 'arn:aws:events:us-east-1:111122223333:event-bus/advisers',
    });

    expect(told.map(({ time }) => time)).toEqual(['2022-01-01T00:00:00Z']);
  });

  it.each([
    { case: 'another source', rule: { source: ['warehouse'] } },
    { case: 'another detail type', rule: { source: ['shop'], 'detail-type': ['Return'] } },
    { case: 'another bus', rule: { bus: 'default' } },
  ])('keeps it from rules for $case', async ({ rule }) => {
    listen(rule);

    await put(wanted);

    expect(told).toEqual([]);
  });

  it('tells nobody any more who has unsubscribed', async () => {
    const stop = listen();
    stop();

    await put(wanted);

    expect(told).toEqual([]);
  });

  it('takes events for a bus that does not exist, and says nothing', async () => {
    const { FailedEntryCount } = await put({ ...wanted, EventBusName: 'advisors' });

    expect(FailedEntryCount).toBe(0);
    expect(() => listen({ bus: 'advisors' })).toThrow('there are: default, advisers');
  });

  it.each([
    { case: 'no source', entry: { Source: '' }, code: 'InvalidArgument', message: /^Parameter Source is not valid/ },
    { case: 'no type', entry: { DetailType: undefined }, code: 'InvalidArgument', message: /^Parameter DetailType/ },
    { case: 'no detail', entry: { Detail: undefined }, code: 'InvalidArgument', message: /^Parameter Detail is/ },
    { case: 'a detail that is no object', entry: { Detail: '[1]' }, code: 'MalformedDetail', message: /malformed/ },
    {
      case: 'a source of AWS',
      entry: { Source: 'aws.ec2' },
      code: 'NotAuthorizedForSourceException',
      message: /source/,
    },
  ])('refuses the entry with $case, and takes the others', async ({ entry, code, message }) => {
    listen();

    const { FailedEntryCount, Entries } = await put({ ...wanted, ...entry }, wanted);

    expect(FailedEntryCount).toBe(1);
    expect(Entries).toMatchObject([{ ErrorCode: code, ErrorMessage: expect.stringMatching(message) }, {}]);
    expect(told).toHaveLength(1);
  });

  it.each([
    { case: 'no entry', entries: [] },
    { case: 'eleven', entries: Array.from({ length: 11 }, () => wanted) },
    { case: 'too much', entries: [{ ...wanted, Detail: JSON.stringify({ text: 'x'.repeat(1024 * 1024) }) }] },
  ])('refuses a request with $case', async ({ entries }) => {
    listen();

    await expect(put(...entries)).rejects.toMatchObject({ name: 'ValidationException' });

    expect(told).toEqual([]);
  });

  it('fails as it is told to, as often as it is told to', async () => {
    bus.faults.failNext('PutEvents', 'ThrottlingException');
    bus.refuseNext('InternalFailure');

    await expect(put(wanted)).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 400 },
    });
    const refused = await put(wanted);
    const taken = await put(wanted);

    expect(refused.Entries).toMatchObject([{ ErrorCode: 'InternalFailure' }]);
    expect(taken.FailedEntryCount).toBe(0);
  });

  it('hangs up while it is down, and answers afterwards', async () => {
    bus.outage(true);
    await expect(put(wanted)).rejects.toThrow();
    bus.outage(false);

    expect((await put(wanted)).FailedEntryCount).toBe(0);
  });

  it('says nothing to the sender when a target fails, and tells the others', async () => {
    bus.rule({ bus: 'advisers' }, () => {
      throw new Error('busy');
    });
    listen();

    const { FailedEntryCount } = await put(wanted);

    expect(FailedEntryCount).toBe(0);
    expect(told).toHaveLength(1);
  });

  it('serves nothing but PutEvents, to whoever signs', async () => {
    const unsigned = await fetch(bus.endpoint, { method: 'POST', body: '{}', signal: AbortSignal.timeout(5000) });
    const other = await fetch(bus.endpoint, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 x', 'x-amz-target': 'AWSEvents.ListRules' },
      body: '{}',
      signal: AbortSignal.timeout(5000),
    });

    expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
    expect(await other.json()).toMatchObject({ __type: 'UnknownOperationException' });
  });

  it('takes what a service says on the default bus to those who want some of it', async () => {
    const wants = { eventType: ['joined', 'left'], of: [{ prefix: 'call:' }] };
    bus.rule({ bus: 'default', source: ['aws.chime'], detail: wants }, (event) => void told.push(event));
    const says = (detail: object, source = 'aws.chime') => bus.emit({ source, 'detail-type': 'News', detail });

    says({ eventType: 'joined', of: 'weekly' });
    says({ eventType: 'added', of: 'call:1' });
    says({ eventType: 'left' });
    says({ eventType: 'left', of: 'call:1' }, 'aws.ec2');
    says({ eventType: 'left', of: 'call:1' });
    await Promise.resolve();

    expect(told).toEqual([
      expect.objectContaining({
        version: '0',
        source: 'aws.chime',
        account: '111122223333',
        time: '2026-11-18T15:00:00Z',
        resources: [],
        detail: { eventType: 'left', of: 'call:1' },
      }),
    ]);
  });
});
