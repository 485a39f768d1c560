import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { systemTimers } from '../../../../shared/adapters/system/system-timers.ts';
import { udpDatagrams, type SendDatagram, type UdpAddress } from '../../../../shared/observability/datagrams.ts';
import type { TraceAnnotations } from '../../../../shared/observability/metrics.ts';
import { xrayTraces } from '../../../../shared/observability/xray-traces.ts';
import { idsFake } from '../../../support/ids-fake.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const root = '1-5759e988-bd862e3fe1be46a994272793';
const sampled = `Root=${root};Parent=53995c3f42cd8ad8;Sampled=1`;
const environment = { _X_AMZN_TRACE_ID: sampled, AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129:2000' };
const times = { startedAt: 1_763_478_000_250, endedAt: 1_763_478_000_262 };

interface Sent {
  readonly datagram: string;
  readonly to: UdpAddress;
}

async function sentWith(changes: NodeJS.ProcessEnv, annotations: TraceAnnotations = {}): Promise<Sent[]> {
  const sent: Sent[] = [];
  const send: SendDatagram = async (datagram, to) => void sent.push({ datagram, to });
  const traces = xrayTraces({
    environment: { ...environment, ...changes },
    ids: idsFake(),
    timers: new TimersFake(),
    send,
  });
  await traces.annotate(annotations, times);
  return sent;
}

function documentIn(sent: readonly Sent[]): { annotations: TraceAnnotations } & Record<string, unknown> {
  const lines = sent[0]?.datagram.split('\n') ?? [];
  return JSON.parse(lines[1] ?? '') as ReturnType<typeof documentIn>;
}

describe('X-Ray traces', () => {
  it('are annotated by a subsegment beneath the segment of the invocation', async () => {
    const sent = await sentWith({}, { ruleId: 'billing', attemptNumber: 2, answered: true });

    expect(sent[0]?.to).toEqual({ host: '169.254.79.129', port: 2000 });
    expect(sent[0]?.datagram.split('\n')[0]).toBe('{"format":"json","version":1}');
    expect(documentIn(sent)).toEqual({
      name: 'call-flow',
      id: '0101010101010101',
      trace_id: root,
      parent_id: '53995c3f42cd8ad8',
      type: 'subsegment',
      start_time: 1_763_478_000.25,
      end_time: 1_763_478_000.262,
      annotations: { ruleId: 'billing', attemptNumber: 2, answered: true },
    });
  });

  it.each([
    { case: 'there is no header', changes: { _X_AMZN_TRACE_ID: undefined } },
    { case: 'the invocation is not sampled', changes: { _X_AMZN_TRACE_ID: sampled.replace('Sampled=1', 'Sampled=0') } },
    { case: 'nobody has decided to sample', changes: { _X_AMZN_TRACE_ID: sampled.replace(';Sampled=1', '') } },
    { case: 'the header has no parent', changes: { _X_AMZN_TRACE_ID: `Root=${root};Sampled=1` } },
    { case: 'the header is not to be understood', changes: { _X_AMZN_TRACE_ID: 'Root=x;Parent=y;Sampled=1' } },
    { case: 'there is no daemon', changes: { AWS_XRAY_DAEMON_ADDRESS: undefined } },
    { case: 'the daemon has no port', changes: { AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1' } },
    { case: 'the daemon has a port that is none', changes: { AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:99999' } },
  ])('are left alone when $case', async ({ changes }) => {
    expect(await sentWith(changes)).toEqual([]);
  });

  it.each([
    { text: 'tcp:127.0.0.1:2000 udp:127.0.0.2:2001', to: { host: '127.0.0.2', port: 2001 } },
    { text: 'xray-daemon:2000', to: { host: 'xray-daemon', port: 2000 } },
  ])('go to the UDP address in $text', async ({ text, to }) => {
    expect(await sentWith({ AWS_XRAY_DAEMON_ADDRESS: text })).toMatchObject([{ to }]);
  });

  it('are found behind what else Lambda puts into the header', async () => {
    const header = `Root=${root}; Parent=53995c3f42cd8ad8; Sampled=1; Lineage=a87bd80c:1|68fd508a:5`;

    expect(await sentWith({ _X_AMZN_TRACE_ID: header })).toHaveLength(1);
  });

  it('read the header anew for each invocation, for a function stays', async () => {
    const changing: NodeJS.ProcessEnv = { ...environment };
    const sent: string[] = [];
    const send: SendDatagram = async (datagram) => void sent.push(datagram);
    const traces = xrayTraces({ environment: changing, ids: idsFake(), timers: new TimersFake(), send });

    await traces.annotate({}, times);
    changing['_X_AMZN_TRACE_ID'] = sampled.replace('53995c3f42cd8ad8', '1111111111111111');
    await traces.annotate({}, times);

    expect(sent[0]).toContain('53995c3f42cd8ad8');
    expect(sent[1]).toContain('1111111111111111');
  });

  it('take no personal data, no key that filters cannot name, and 50 annotations at most', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`key${index}`, index]));

    const few = documentIn(await sentWith({}, { caller: '+12065550147', 'a-b': 'x', rate: Number.NaN, ok: 'yes' }));

    expect(few.annotations).toEqual({ caller: '[withheld]', ok: 'yes' });
    expect(Object.keys(documentIn(await sentWith({}, many)).annotations)).toHaveLength(50);
  });

  it('end no earlier than they start, when the clock was set back', async () => {
    const sent: string[] = [];
    const send: SendDatagram = async (datagram) => void sent.push(datagram);

    const traces = xrayTraces({ environment, ids: idsFake(), timers: new TimersFake(), send });
    await traces.annotate({}, { startedAt: 2000, endedAt: 1000 });

    expect(sent[0]).toContain('"start_time":2,"end_time":2');
  });

  it('hold no call up: neither when sending fails nor when it never ends', async () => {
    const timers = new TimersFake();
    const failing = xrayTraces({
      environment,
      ids: idsFake(),
      timers,
      send: async () => Promise.reject(new Error('no route')),
    });
    const hanging = xrayTraces({ environment, ids: idsFake(), timers, send: async () => new Promise(() => undefined) });

    await failing.annotate({}, times);
    const held = hanging.annotate({}, times);
    await timers.advanceBy(20);
    await held;

    expect(timers.pending).toBe(0);
  });
});

describe('a trace over UDP', () => {
  let daemon: Socket;
  let port: number;

  beforeEach(async () => {
    daemon = createSocket('udp4');
    daemon.bind(0, '127.0.0.1');
    await once(daemon, 'listening');
    ({ port } = daemon.address());
  });

  afterEach(() => void daemon.close());

  it('reaches a daemon that listens, time and again', async () => {
    const traces = xrayTraces({
      environment: { ...environment, AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${port}` },
      ids: idsFake(),
      timers: systemTimers,
    });

    for (const attemptNumber of [1, 2]) {
      const arrival = once(daemon, 'message') as Promise<[Buffer]>;
      await traces.annotate({ attemptNumber }, times);
      const [message] = await arrival;

      expect(message.toString('utf8')).toContain(`"annotations":{"attemptNumber":${attemptNumber}}`);
    }
  });

  it('tells of what it cannot send, and still sends the rest', async () => {
    const send = udpDatagrams();
    const arrival = once(daemon, 'message') as Promise<[Buffer]>;

    await expect(send('x', { host: '127.0.0.1', port: 0 })).rejects.toThrow();
    // More than a datagram holds.
    await expect(send('x'.repeat(70_000), { host: '127.0.0.1', port })).rejects.toThrow();
    await send('y', { host: '127.0.0.1', port });

    expect((await arrival)[0].toString('utf8')).toBe('y');
  });
});
