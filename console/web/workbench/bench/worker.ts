import { epochMs } from '../../../../shared/domain/time.ts';
import { laterTimers } from '../browser-timers.ts';
import { Bench } from './bench.ts';
import type { BenchRequest } from './messages.ts';

// The bench in a thread of its own.
const bench = new Bench({
  answer: (answer) => postMessage(answer),
  timers: laterTimers,
  now: () => epochMs(Date.now()),
});

addEventListener('message', ({ data }: MessageEvent<BenchRequest>) => bench.take(data));
