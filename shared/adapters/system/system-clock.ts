import { epochMs } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';

export const systemClock: Clock = { now: () => epochMs(Date.now()) };
