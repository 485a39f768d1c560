import type { CallContext } from '../../../shared/domain/call-context.ts';
import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import { leaks } from '../personal-data.ts';
import { smaPhoneNumber, type Bank, type PlacedCall } from './bank.ts';
import { otherMarks } from './callers.ts';

/** What was written for a call. */
export function contextOf({ contextId }: PlacedCall, { store }: Pick<Bank, 'store'>): CallContext | undefined {
  return store.written.find(({ id }) => id === contextId);
}

export interface Ending {
  /** What the last call's context has; what is `undefined` here must be missing. */
  readonly context?: Partial<Record<keyof CallContext, unknown>> | undefined;
  /** How many contexts stay behind beside those of calls. */
  readonly abandoned: number;
}

/** Each call has a context of its own, which can be claimed once; no other is left, and the log tells nothing of anybody. */
export async function expectEnding(bank: Bank, { context, abandoned }: Ending): Promise<void> {
  const { store, timers, log, placed } = bank;
  const left = await store.left();

  for (const call of placed)
    expect(call).toMatchObject({ from: contextOf(call, bank)?.phoneNumber, to: smaPhoneNumber });
  const called = new Set(placed.map(({ contextId }) => contextId));
  expect(called.size).toBe(placed.length);
  expect(left.filter(({ id }) => !called.has(id))).toHaveLength(abandoned);
  for (const id of called)
    expect(await store.claimTwice(id as CallContextId, timers.now())).toEqual(['claimed', 'claimedByAnotherCall']);
  if (context !== undefined) {
    const call = placed.at(-1);
    const last = call && contextOf(call, bank);
    const told = Object.keys(context).map((key) => [key, last?.[key as keyof CallContext]] as const);
    expect(Object.fromEntries(told)).toEqual(context);
  }

  const logged = log.join('\n');
  expect(leaks(logged)).toEqual([]);
  expect(otherMarks.exec(logged)?.[0]).toBeUndefined();
}
