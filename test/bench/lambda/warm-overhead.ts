import { judged, percentile, tenth, type Figure } from '../report.ts';
import { startEmptyFunction } from '../empty-function.ts';
import { BenchCall } from './bench-call.ts';
import { timeUnderWay } from './recorded-requests.ts';
import type { SmaBench } from './sma-bench.ts';

/** What NEW_INBOUND_CALL of a skill call takes in a function that is warm, beside what its store takes. */
export async function warmOverheadFigures(bench: SmaBench, rounds: number): Promise<Figure[]> {
  // Warm is what a function is after its first event; a few more, for the compiler of Node.
  const warmUps = Math.ceil(rounds / 10);
  const whole: number[] = [];
  const store: number[] = [];
  const beyond: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const sipHeaders = bench.skillCallHeaders(await bench.storeContext('billing'));
    const { actions, milliseconds, requests } = await new BenchCall(bench).tell({
      type: 'NEW_INBOUND_CALL',
      sipHeaders,
    });
    if (!actions.some(({ Type }) => Type === 'CallAndBridge')) throw new Error('the call was not routed');
    if (round < warmUps) continue;
    const underWay = timeUnderWay(requests);
    whole.push(milliseconds);
    store.push(underWay);
    beyond.push(milliseconds - underWay);
  }
  const empty = await startEmptyFunction();
  const nothing: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const started = performance.now();
    await empty.invoke(empty.name, {});
    if (round >= warmUps) nothing.push(performance.now() - started);
  }
  await empty.close();

  const how = `of ${rounds} warm NEW_INBOUND_CALLs of skill calls, one after the other, on the local Lambda host`;
  return [
    judged(
      {
        name: 'sma-warm-overhead-p99-ms',
        value: percentile(beyond, 0.99),
        unit: 'ms',
        how: `${how}: each less the time in which a proxy before DynamoDB had a request of it under way (p99 ${percentile(store, 0.99)} ms)`,
      },
      { atMost: 15 },
    ),
    { name: 'sma-warm-overhead-p50-ms', value: percentile(beyond, 0.5), unit: 'ms', how: 'the same, median' },
    { name: 'sma-warm-whole-p50-ms', value: percentile(whole, 0.5), unit: 'ms', how: `${how}, the store included` },
    { name: 'sma-warm-whole-p99-ms', value: percentile(whole, 0.99), unit: 'ms', how: 'the same' },
    {
      name: 'empty-function-warm-p50-ms',
      value: tenth(percentile(nothing, 0.5)),
      unit: 'ms',
      how: 'the same host, a function that returns at once',
    },
  ];
}
