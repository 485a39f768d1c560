import { judged, tenth, type Figure } from '../report.ts';
import { startServiceUnderLoad } from './service-under-load.ts';
import { callsHungUp } from './signalling.ts';

/** What this many calls leave behind. */
const calls = 10_000;
const rate = 350;
/** The busier spell before: memory that the process has had once it does not give back, so that growth beyond it is a leak. */
const warmUp = { calls: 12_000, rate: 450 } as const;
/** Timers of RFC 3261 (H, I, J: 64·T1) keep a transaction for 32 s after its call. */
const lingerMs = 33_000;

/**
 * Many calls one after another through one service. SIP forgets a call half a minute later: what else there is to measure is
 * measured meanwhile, with services of its own.
 */
export async function soak(meanwhile: readonly [() => Promise<Figure[]>, () => Promise<Figure[]>]): Promise<Figure[]> {
  const service = await startServiceUnderLoad({ port: 9 });
  try {
    await callsHungUp(service, warmUp);
    const first = await atLeast(lingerMs, meanwhile[0]);
    const before = await service.measure();
    const { successful, failed } = await callsHungUp(service, { calls, rate });
    const second = await atLeast(lingerMs, meanwhile[1]);
    const after = await service.measure();
    const how = `${successful} calls (${failed} failed), ${rate} begun a second, after ${warmUp.calls} at ${warmUp.rate} a second to warm up; measured when SIP's timers have run out`;
    return [
      ...first,
      ...second,
      judged(
        {
          name: 'soak-10000-rss-growth-mb',
          value: tenth(after.residentMegabytes - before.residentMegabytes),
          unit: 'MB',
          how: `resident memory ${tenth(before.residentMegabytes)} → ${tenth(after.residentMegabytes)} MB, heap ${tenth(before.heapMegabytes)} → ${tenth(after.heapMegabytes)} MB, open files and sockets ${before.descriptors} → ${after.descriptors}; ${how}`,
        },
        { atMost: 10 },
      ),
      judged({ name: 'soak-10000-legs-left', value: after.legs + failed, unit: 'count', how }, { exactly: 0 }),
    ];
  } finally {
    await service.close();
  }
}

async function atLeast<Value>(milliseconds: number, work: () => Promise<Value>): Promise<Value> {
  const [value] = await Promise.all([
    work(),
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  ]);
  return value;
}
