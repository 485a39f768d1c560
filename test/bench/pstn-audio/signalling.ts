import { judged, percentile, tenth, type Figure } from '../report.ts';
import { startLoad, type LoadResult } from './load.ts';
import { numbers, startServiceUnderLoad, type ServiceUnderLoad } from './service-under-load.ts';

/** Calls begun in a second: more than is asked for, so that what comes out is what can be done. */
const rate = 160;

/** Calls through a function that answers and hangs up: how many in a second, and how many fail. */
export async function signalling(seconds: number): Promise<Figure[]> {
  await using parts = new AsyncDisposableStack();
  const service = parts.adopt(await startServiceUnderLoad({ port: 9 }), (started) => started.close());
  const { successful, failed, seconds: taken } = await callsHungUp(service, { calls: rate * seconds, rate });
  const how = `sipp begins ${rate} calls a second for ${seconds} s; each is answered, hears a prompt and is hung up by a function in a process of its own`;
  return [
    judged({ name: 'signalling-cps', value: tenth(successful / taken), unit: 'calls/s', how }, { atLeast: 150 }),
    judged(
      { name: 'signalling-failed', value: failed, unit: 'count', how: 'calls that did not go so' },
      { exactly: 0 },
    ),
  ];
}

/** Complete calls, each answered and hung up by the function. */
export async function callsHungUp(
  service: ServiceUnderLoad,
  load: { readonly calls: number; readonly rate: number; readonly atOnce?: number },
): Promise<LoadResult> {
  const sipp = await startLoad({
    scenario: 'uac-answered-and-hung-up',
    target: service.address,
    number: numbers.hungUp,
    patienceSeconds: Math.ceil(load.calls / load.rate) + 60,
    ...load,
  });
  try {
    return await sipp.finished;
  } finally {
    await sipp.close();
  }
}

/** What a CallAndBridge costs beside the function's own work. */
export function setupOverhead(calleeLog: readonly string[], perSecond: number): Figure {
  const overheads = calleeLog.flatMap((line) => {
    // invite <date> <time> <seconds since 1970> <the same when the caller's INVITE left> <the function's µs>
    const [, received, sent, own] = /^invite .*?(\d{10}\.\d+) (\d{10}\.\d+) ([\d.]+)/.exec(line) ?? [];
    return received === undefined ? [] : [(Number(received) - Number(sent)) * 1000 - Number(own) / 1000];
  });
  return judged(
    {
      name: 'setup-overhead-p99-ms',
      value: percentile(overheads, 0.99),
      unit: 'ms',
      how: `INVITE leaves sipp until the INVITE of LEG-B is at sipp, less the function's own time; ${overheads.length} calls, ${perSecond} a second`,
    },
    { atMost: 15 },
  );
}
