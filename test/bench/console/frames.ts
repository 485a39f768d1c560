import type { Page } from 'playwright-core';
import * as z from 'zod';
import { percentile, tenth } from '../report.ts';

/** How scrolling went, in milliseconds. */
export interface Frames {
  /** From one frame to the next. */
  readonly p95: number;
  /** Of the main thread, in scripts, for each frame. */
  readonly scriptMedian: number;
  readonly count: number;
}

const frames = 120;
/** A turn of the wheel for each frame, and now and then somebody drags the bar far away. */
const pixelsOfFrame = 100;
const jumpEvery = 30;
const pixelsOfJump = 20_000;

/** The names that Chromium's timeline has for running scripts; they lie inside each other. */
const scripts = new Set(['FunctionCall', 'FireAnimationFrame', 'EventDispatch', 'TimerFire', 'RunMicrotasks']);
const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      tid: z.number(),
      pid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
    }),
  ),
});
type TraceEvent = z.infer<typeof traceSchema>['traceEvents'][number];

/** Scrolls what the selector finds, a step for each frame, and watches the main thread meanwhile. */
export async function framesOfScrolling(page: Page, selector: string): Promise<Frames> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser to be traced');
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  const gaps = await page.evaluate<number[]>(`new Promise((resolve) => {
    const list = document.querySelector(${JSON.stringify(selector)});
    const gaps = [];
    let last;
    const next = (now) => {
      if (last !== undefined) gaps.push(now - last);
      last = now;
      if (gaps.length === ${frames}) return resolve(gaps);
      list.scrollTop += gaps.length % ${jumpEvery} === ${jumpEvery - 1} ? ${pixelsOfJump} : ${pixelsOfFrame};
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  const perFrame = scriptOfFrames(traceEvents);
  return { p95: percentile(gaps, 0.95), scriptMedian: percentile(perFrame, 0.5), count: gaps.length };
}

/** Milliseconds of scripts from each animation frame of the page's own thread to the next. */
function scriptOfFrames(events: readonly TraceEvent[]): readonly number[] {
  const threads = Map.groupBy(
    events.filter(({ name, ph }) => ph === 'X' && scripts.has(name)),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  const firing = (thread: readonly TraceEvent[]): number =>
    thread.filter(({ name }) => name === 'FireAnimationFrame').length;
  const [own = []] = [...threads.values()].toSorted((one, other) => firing(other) - firing(one));
  const inOrder = own.toSorted((one, other) => one.ts - other.ts);
  const sums: number[] = [];
  let end = 0;
  for (const { name, ts, dur = 0 } of inOrder) {
    if (name === 'FireAnimationFrame') sums.push(0);
    const beyond = Math.max(0, ts + dur - Math.max(ts, end));
    end = Math.max(end, ts + dur);
    if (sums.length > 0) sums[sums.length - 1] = (sums.at(-1) ?? 0) + beyond / 1000;
  }
  return sums.map(tenth);
}
