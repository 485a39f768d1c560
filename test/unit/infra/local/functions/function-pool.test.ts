import type { ExecutionEnvironment } from '../../../../../infra/local/functions/execution-environment.ts';
import { functionPool, type FunctionPool } from '../../../../../infra/local/functions/function-pool.ts';
import type { FunctionErrorBody } from '../../../../../infra/local/functions/invoke-result.ts';
import type { LocalFunction } from '../../../../../infra/local/functions/local-function.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const definition: LocalFunction = {
  name: 'sma',
  directory: '/nowhere',
  handler: 'index.handler',
  timeoutSeconds: 3,
  memoryMegabytes: 128,
};

/** Environments that load, and answer, when the test says so. */
function aPool(changes: Partial<LocalFunction> = {}): {
  pool: FunctionPool;
  time: TimersFake;
  started: () => number;
  loaded: (index: number, error?: FunctionErrorBody) => Promise<void>;
  /** Answers the oldest event under way; its environment may end with that. */
  answer: (end?: 'end') => Promise<void>;
  invoke: (requestId: string) => { readonly answers: unknown[] };
} {
  const time = new TimersFake();
  const environments: PromiseWithResolvers<FunctionErrorBody | undefined>[] = [];
  const underWay: ((end: boolean) => void)[] = [];
  const start = (): ExecutionEnvironment => {
    const initialised = Promise.withResolvers<FunctionErrorBody | undefined>();
    environments.push(initialised);
    let alive = true;
    return {
      get alive() {
        return alive;
      },
      initialised: initialised.promise,
      invoke: async ({ requestId }) =>
        new Promise((resolve) => {
          underWay.push((end) => {
            alive = !end;
            resolve({ payload: requestId });
          });
        }),
      async end() {
        alive = false;
      },
    };
  };
  const pool = functionPool({ definition: { ...definition, ...changes }, start, timers: time, mostStarting: 2 });
  return {
    pool,
    time,
    started: () => environments.length,
    async loaded(index, error) {
      environments[index]?.resolve(error);
      await time.advanceBy(0);
    },
    async answer(end) {
      underWay.shift()?.(end === 'end');
      await time.advanceBy(0);
    },
    invoke(requestId) {
      const answers: unknown[] = [];
      const event = { requestId, payload: '{}', functionArn: 'arn', traceId: 'trace' };
      void pool.invoke(event).then((answer) => answers.push(answer));
      return { answers };
    },
  };
}

const answered = (payload: unknown, coldStart: boolean): unknown[] => [
  { kind: 'answered', answer: { payload }, coldStart },
];

describe('the environments of a function', () => {
  it('are started at once when nothing is under way, and not for an event that soon finds one free', async () => {
    const { pool, time, started, answer, invoke } = aPool();

    const first = invoke('first');
    const second = invoke('second');
    await time.advanceBy(14);
    await answer();
    await answer();

    expect(first.answers).toEqual(answered('first', true));
    expect(second.answers).toEqual(answered('second', false));
    expect([started(), pool.size]).toEqual([1, 1]);
  });

  it('are started for events that have waited, so many at a time as the machine can bear', async () => {
    const { time, started, loaded, answer, invoke } = aPool();
    invoke('first');
    const others = ['a', 'b', 'c', 'd'].map((id) => invoke(id));

    await time.advanceBy(15);
    const atOnce = started();
    await loaded(1);
    const afterOne = started();
    await answer();
    await answer();

    expect([atOnce, afterOne]).toEqual([3, 4]);
    expect(others[0]?.answers).toEqual(answered('a', true));
  });

  it('go to whoever waits longest, loaded or free', async () => {
    const { time, loaded, answer, invoke } = aPool();
    invoke('first');
    const second = invoke('second');
    const third = invoke('third');
    await time.advanceBy(15);

    await answer();
    await loaded(1);
    await answer();
    await answer();

    expect(second.answers).toEqual(answered('second', false));
    expect(third.answers).toEqual(answered('third', true));
  });

  it('tell an event that waits when they cannot be loaded', async () => {
    const { time, loaded, invoke } = aPool();
    invoke('first');
    const second = invoke('second');
    await time.advanceBy(15);

    const error = { errorType: 'TypeError', errorMessage: 'at load' };
    await loaded(1, error);

    expect(second.answers).toEqual([
      { kind: 'answered', answer: { functionError: 'Unhandled', payload: error }, coldStart: true },
    ]);
  });

  it('are no more than so many: events wait for one that is free', async () => {
    const { pool, time, started, loaded, invoke } = aPool();
    for (let n = 0; n < 80; n += 1) invoke(`${n}`);

    for (let n = 0; n < 80; n += 1) {
      await time.advanceBy(15);
      await loaded(n);
    }

    expect([started(), pool.size]).toEqual([50, 50]);
  });

  it('are started anew in the place of those that end', async () => {
    const { time, started, loaded, answer, invoke } = aPool();
    const events = Array.from({ length: 51 }, (_, n) => invoke(`${n}`));
    for (let n = 0; n < 50; n += 1) {
      await time.advanceBy(15);
      await loaded(n);
    }

    await answer('end');
    await loaded(50);
    for (let n = 0; n < 50; n += 1) await answer();

    expect(started()).toBe(51);
    expect(events.at(-1)?.answers).toHaveLength(1);
  });

  it('take no event beyond the concurrency of the function, waiting ones included', async () => {
    const { time, invoke } = aPool({ reservedConcurrency: 2 });

    const events = ['a', 'b', 'c'].map((id) => invoke(id));
    await time.advanceBy(0);

    expect(events.map(({ answers }) => answers)).toEqual([[], [], [{ kind: 'throttled' }]]);
  });

  it('end when they have had no event for a while; the last one stays', async () => {
    const { pool, time, loaded, answer, invoke } = aPool();
    for (const id of ['a', 'b', 'c']) invoke(id);
    await time.advanceBy(15);
    for (const index of [1, 2]) await loaded(index);
    for (let n = 0; n < 3; n += 1) await answer();
    const busy = pool.size;

    await time.advanceBy(60_000);
    const soon = pool.size;
    await time.advanceBy(60_000);

    expect([busy, soon, pool.size]).toEqual([3, 3, 1]);
    await time.advanceBy(600_000);
    expect([pool.size, time.pending]).toEqual([1, 0]);
  });

  it('let those that wait know that the host closes', async () => {
    const { pool, time, invoke } = aPool();
    invoke('first');
    const second = invoke('second');

    void pool.close();
    await time.advanceBy(0);

    expect(second.answers).toEqual([{ kind: 'closed' }]);
    expect(time.pending).toBe(0);
  });
});
