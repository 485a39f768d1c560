import {
  invokeWithRetry,
  type FunctionAnswer,
  type InvocationResult,
} from '../../../../../../infra/local/pstn-audio/service/invocation/invoke-with-retry.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';

/** A function whose deliveries the test answers when it likes. */
class Deliveries {
  readonly timers = new TimersFake();
  readonly #open: ((answer: FunctionAnswer) => void)[] = [];
  result: InvocationResult | undefined;

  constructor() {
    const invoke = (): Promise<FunctionAnswer> => new Promise((resolve) => this.#open.push(resolve));
    void invokeWithRetry(invoke, this.timers).then((result) => (this.result = result));
  }

  get count(): number {
    return this.#open.length;
  }

  async answer(delivery: number, answer: FunctionAnswer): Promise<void> {
    this.#open[delivery - 1]?.(answer);
    await this.timers.advanceBy(0);
  }
}

const payload = { kind: 'payload', payload: 'actions' } as const;
const error = { kind: 'error', errorType: 'Unhandled' } as const;

describe('an invocation', () => {
  it('that is answered is delivered once', async () => {
    const invocation = new Deliveries();

    await invocation.answer(1, payload);

    expect(invocation.result).toEqual({ kind: 'answered', payload: 'actions', deliveries: 1, errors: [] });
    expect(invocation.timers.pending).toBe(0);
  });

  it('is delivered again after 5 s of silence, while the first delivery may still be running', async () => {
    const invocation = new Deliveries();

    await invocation.timers.advanceBy(4999);
    const before = invocation.count;
    await invocation.timers.advanceBy(1);

    expect([before, invocation.count]).toEqual([1, 2]);
  });

  it.each([1, 2])('counts the first answer of either delivery: number %i', async (delivery) => {
    const invocation = new Deliveries();
    await invocation.timers.advanceBy(5000);

    await invocation.answer(delivery, payload);

    expect(invocation.result).toEqual({ kind: 'answered', payload: 'actions', deliveries: 2, errors: [] });
  });

  it('is given up 20 s after it began', async () => {
    const invocation = new Deliveries();

    await invocation.timers.advanceBy(19_999);
    const before = invocation.result;
    await invocation.timers.advanceBy(1);

    expect(before).toBeUndefined();
    expect(invocation.result).toEqual({ kind: 'failed', because: 'no answer in time', deliveries: 2, errors: [] });
    expect(invocation.count).toBe(2);
  });

  it('that fails is delivered again at once, and only once', async () => {
    const invocation = new Deliveries();

    await invocation.answer(1, error);
    await invocation.answer(2, error);
    await invocation.timers.advanceBy(20_000);

    expect(invocation.result).toEqual({
      kind: 'failed',
      because: 'Unhandled',
      deliveries: 2,
      errors: [{ errorType: 'Unhandled' }, { errorType: 'Unhandled' }],
    });
    expect(invocation.count).toBe(2);
  });

  it('waits for the delivery that is still running when the other has failed', async () => {
    const invocation = new Deliveries();
    await invocation.timers.advanceBy(5000);

    await invocation.answer(2, error);
    const meanwhile = invocation.result;
    await invocation.answer(1, payload);

    expect(meanwhile).toBeUndefined();
    expect(invocation.result).toMatchObject({ kind: 'answered', errors: [{ errorType: 'Unhandled' }] });
  });
});
