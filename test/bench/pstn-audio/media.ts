import { judged, tenth, type Figure } from '../report.ts';
import { startChild, type Child } from './child.ts';
import { startLoad, type Load } from './load.ts';
import type { MediaNews, MediaOrder } from './media-load.ts';
import { numbers, startServiceUnderLoad, type ServiceUnderLoad } from './service-under-load.ts';
import { setupOverhead } from './signalling.ts';

type Telephones = Child<MediaOrder, MediaNews>;

/** So many calls are bridged at once. */
const bridged = 100;
const begunPerSecond = 50;
/** The same telephones talk to each other without anything between them, for comparison. */
const directSeconds = 5;

/** CallAndBridge under load: what its set-up costs, and what it does to audio. */
export async function bridging(seconds: { readonly talking: number; readonly settingUp: number }): Promise<Figure[]> {
  return [await callSetup(seconds.settingUp), ...(await audio(seconds.talking))];
}

/** Bridged calls at a steady rate, without audio. */
async function callSetup(seconds: number): Promise<Figure> {
  const calls = begunPerSecond * seconds;
  const ports = Array.from({ length: calls }, () => 9);
  return withCalls(
    { calls, rate: begunPerSecond, holdMs: 500, callerPorts: ports, calleePorts: ports },
    async (run) => {
      await Promise.all([run.callers.finished, run.callees.finished]);
      return setupOverhead(await run.callees.log(), begunPerSecond);
    },
  );
}

async function audio(seconds: number): Promise<Figure[]> {
  const telephones: Telephones = startChild('./media-load.ts');
  try {
    const opened = telephones.news('open');
    telephones.order({ kind: 'open', count: 2 * bridged });
    const { ports } = await opened;
    const [callerPorts, calleePorts] = [ports.slice(0, bridged), ports.slice(bridged)];
    const direct = await talk(
      telephones,
      callerPorts.flatMap((port, index) => [
        [port, calleePorts[index] ?? 0] as const,
        [calleePorts[index] ?? 0, port] as const,
      ]),
      directSeconds,
    );
    const setupSeconds = bridged / begunPerSecond;
    const holdMs = (seconds + setupSeconds + 8) * 1000;
    return await withCalls({ calls: bridged, rate: begunPerSecond, holdMs, callerPorts, calleePorts }, async (run) => {
      const remotes = await connections(run.callers, run.callees);
      const { cpuSeconds: before } = await run.service.measure();
      const through = await talk(telephones, remotes, seconds);
      const { cpuSeconds: after } = await run.service.measure();
      const connected = remotes.length / 2;
      const added = Math.max(0, through.variation[1] - direct.variation[1]);
      const how = `${connected} calls bridged at once, PCMU both ways for ${seconds} s`;
      const busy = Math.round(((after - before) / (seconds + 0.5)) * 100);
      return [
        judged(
          {
            name: 'media-concurrent-calls',
            value: connected,
            unit: 'count',
            how: `${how}; the service used ${busy} % of one core`,
          },
          { atLeast: bridged },
        ),
        judged(
          {
            name: 'media-packets-lost',
            value: through.sent - through.received,
            unit: 'count',
            how: `of ${through.sent} packets (directly: ${direct.sent - direct.received} of ${direct.sent})`,
          },
          { exactly: 0 },
        ),
        judged(
          {
            name: 'media-added-jitter-p99-ms',
            value: tenth(added),
            unit: 'ms',
            how: `how much later than the fastest of its stream a packet comes, p99: ${tenth(through.variation[1])} ms, directly ${tenth(direct.variation[1])} ms; under way p50 ${tenth(through.delay[0])} ms, directly ${tenth(direct.delay[0])} ms`,
          },
          { atMost: 10 },
        ),
      ];
    });
  } finally {
    telephones.kill();
  }
}

interface CallsUnderWay {
  readonly service: ServiceUnderLoad;
  readonly callers: Load;
  readonly callees: Load;
}

interface CallsWanted {
  readonly calls: number;
  readonly rate: number;
  readonly holdMs: number;
  readonly callerPorts: readonly number[];
  readonly calleePorts: readonly number[];
}

/** Bridged calls between two sipp through a service of their own. */
async function withCalls<Value>(
  { calls, rate, holdMs, callerPorts, calleePorts }: CallsWanted,
  work: (underWay: CallsUnderWay) => Promise<Value>,
): Promise<Value> {
  const patienceSeconds = Math.ceil(calls / rate + holdMs / 1000) + 30;
  const callees = await startLoad({ scenario: 'uas-bridged', calls, rate, audioPorts: calleePorts, patienceSeconds });
  const service = await startServiceUnderLoad(callees.address);
  const callers = await startLoad({
    scenario: 'uac-bridged',
    target: service.address,
    number: numbers.bridged,
    calls,
    rate,
    holdMs,
    audioPorts: callerPorts,
    patienceSeconds,
  });
  try {
    return await work({ service, callers, callees });
  } finally {
    await callers.close();
    await callees.close();
    await service.close();
  }
}

async function talk(
  telephones: Telephones,
  remotes: readonly (readonly [number, number])[],
  seconds: number,
): Promise<Extract<MediaNews, { kind: 'done' }>> {
  const done = telephones.news('done');
  telephones.order({ kind: 'run', remotes, seconds });
  return done;
}

/** Resolves when both sides of every call have told where their audio goes: own port and the service's. */
async function connections(callers: Load, callees: Load): Promise<(readonly [number, number])[]> {
  const patience = performance.now() + 15_000;
  for (;;) {
    const sides = await Promise.all([callers.log(), callees.log()]);
    const found = sides.flatMap((lines) =>
      lines.flatMap((line) => {
        const [, own, remote] = /^audio (\d+)\s+(\d+)/.exec(line) ?? [];
        return own === undefined ? [] : [[Number(own), Number(remote)] as const];
      }),
    );
    if (found.length >= 2 * bridged || performance.now() > patience) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
