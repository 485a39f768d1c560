import { jest } from '@jest/globals';
import type { LiveCalls } from '../../../../../shared/contracts/desk-api.ts';
import { LiveWatch } from '../../../../../console/web/calls/live/live-watch.ts';
import { Problem } from '../../../../../console/web/data/problem.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const now = '2026-11-18T15:00:00.000Z';
const ringing = {
  transactionId: '00000000-0000-4000-8000-000000000001',
  startedAt: now,
} satisfies LiveCalls['calls'][number];

function news(id: string, calls: LiveCalls['calls'] = [ringing], at = now): string {
  return `retry: 2000\nid: ${id}\nevent: calls\ndata: ${JSON.stringify({ now: at, calls })}\n\n`;
}
const nothingNew = 'retry: 2000\n: nothing new\n\n';
const offline = (): Promise<string> => Promise.reject(new Problem('', { code: 'offline', status: 0 }));

/** A page that can be hidden. */
class SightFake {
  isHidden = false;
  readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  hide(isHidden: boolean): void {
    this.isHidden = isHidden;
    for (const listener of this.listeners) listener();
  }
}

function watching(...answers: readonly ((signal: AbortSignal) => Promise<string>)[]) {
  const timers = new TimersFake();
  const sight = new SightFake();
  const asked: (string | undefined)[] = [];
  const watch = new LiveWatch({
    ask: (lastEventId, signal) => {
      asked.push(lastEventId);
      return answers[Math.min(asked.length, answers.length) - 1]!(signal);
    },
    timers,
    now: () => timers.now(),
    sight,
  });
  return { timers, sight, asked, watch };
}

describe('the calls of this moment', () => {
  it('come with the first answer, and are asked for again with its id when the service says so', async () => {
    const { watch, timers, asked } = watching(
      async () => news('one'),
      async () => nothingNew,
    );
    const told = jest.fn();

    watch.subscribe(told);
    await timers.advanceBy(1999);
    const askedBefore = [...asked];
    await timers.advanceBy(1);

    expect(askedBefore).toEqual([undefined]);
    expect(asked).toEqual([undefined, 'one']);
    expect(watch.snapshot()).toMatchObject({ calls: [ringing], connection: 'live' });
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('are asked for once, however many look, and no more when nobody does', async () => {
    const { watch, timers, asked, sight } = watching(async () => nothingNew);

    const leave = [watch.subscribe(() => undefined), watch.subscribe(() => undefined)];
    await timers.advanceBy(0);
    const askedByTwo = asked.length;
    for (const end of leave) end();
    await timers.advanceBy(60_000);

    expect(askedByTwo).toBe(1);
    expect(asked).toHaveLength(1);
    expect(timers.pending).toBe(0);
    expect(sight.listeners.size).toBe(0);
  });

  it('rest while the page is hidden, and are asked for at once when it is seen again', async () => {
    const { watch, timers, asked, sight } = watching(async () => nothingNew);
    watch.subscribe(() => undefined);
    await timers.advanceBy(0);

    sight.hide(true);
    await timers.advanceBy(60_000);
    const askedUnseen = asked.length;
    sight.hide(false);
    await timers.advanceBy(0);

    expect(askedUnseen).toBe(1);
    expect(asked).toHaveLength(2);
  });

  it('stay shown when nobody answers, who is asked ever less often, until somebody does', async () => {
    const { watch, timers, asked } = watching(
      async () => news('one'),
      offline,
      offline,
      offline,
      async () => news('two', []),
    );
    watch.subscribe(() => undefined);

    await timers.advanceBy(2000);
    const lost = watch.snapshot();
    await timers.advanceBy(2000 + 4000);
    const askedBefore = asked.length;
    await timers.advanceBy(7999);
    const askedTooEarly = asked.length - askedBefore;
    await timers.advanceBy(1);

    expect(lost).toMatchObject({ calls: [ringing], connection: 'lost', problem: { code: 'offline' } });
    expect(askedBefore).toBe(4);
    expect(askedTooEarly).toBe(0);
    expect(watch.snapshot()).toMatchObject({ calls: [], connection: 'live' });
    expect(watch.snapshot()).not.toHaveProperty('problem');
  });

  it('wait as long as a service that is asked too often wants', async () => {
    const throttled = new Problem('', { code: 'throttled', status: 429, retryAfterMs: 20_000 });
    const { watch, timers, asked } = watching(
      () => Promise.reject(throttled),
      async () => nothingNew,
    );

    watch.subscribe(() => undefined);
    await timers.advanceBy(19_999);

    expect(asked).toHaveLength(1);
  });

  it('do not wait for an answer that never ends', async () => {
    const never = (signal: AbortSignal): Promise<string> => {
      const end = Promise.withResolvers<string>();
      signal.addEventListener('abort', () => end.reject(signal.reason));
      return end.promise;
    };
    const { watch, timers } = watching(never);

    watch.subscribe(() => undefined);
    await timers.advanceBy(15_000);

    expect(watch.snapshot().connection).toBe('lost');
  });

  it('are lost with an answer that is none of ours, and with none of it taken', async () => {
    const { watch, timers } = watching(async () => 'event: calls\ndata: {"calls":"many"}\n\n');

    watch.subscribe(() => undefined);
    await timers.advanceBy(0);

    expect(watch.snapshot()).toMatchObject({ calls: [], connection: 'lost' });
  });

  it('tell how far the service and this computer disagree about the time', async () => {
    const { watch, timers } = watching(async () => news('one', [], '2026-11-18T15:00:07.000Z'));

    watch.subscribe(() => undefined);
    await timers.advanceBy(0);

    expect(watch.snapshot().aheadMs).toBe(7000);
  });
});
