import type { E164 } from '../../../shared/domain/phone-number.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { contextCreatedAt } from '../../support/call-context-builder.ts';
import { bySkill, callsToRoute, destinationsOf, dialled, toPhone } from '../../support/calls-to-route.ts';
import { callerLeg } from '../../support/sma-event-builder.ts';

const phoneNumber = callerLeg.From as E164;
const minute = 60_000;
const byReason = { rules: [toPhone('billing-desk', { kind: 'reason', anyOf: ['billing'] })] };
const oneRule = { rules: [toPhone('desk')] };

describe('somebody who dials the number after talking to the skill', () => {
  it('goes where their context says, which is then claimed by the call', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber });

    const route = await calls.inbound();

    expect(destinationsOf(route)).toEqual(['phone:billing-desk']);
    expect(route).toMatchObject({
      entry: 'phone',
      contextId: id,
      reasonId: 'billing',
      locale: 'en-US',
      tableVersion: 1,
    });
    expect(route.menu).toBeUndefined();
    const other = { transactionId: 'other', tableVersion: 1, now: calls.clock.now() };
    expect(await calls.contexts.claim(id, other)).toEqual({ kind: 'claimedByAnotherCall' });
  });

  it('has come by telephone, however the skill would have called', async () => {
    const calls = await callsToRoute({
      rules: [
        toPhone('skill', { kind: 'entry', anyOf: ['alexa-skill-call'] }),
        toPhone('phone', { kind: 'entry', anyOf: ['phone'] }),
      ],
    });
    await calls.storedContext({ phoneNumber, ingress: 'alexa-skill-call' });

    expect(destinationsOf(await calls.inbound())).toEqual(['phone:phone']);
  });

  it('is found by a context of the last 15 minutes before the call, and by no older one', async () => {
    const calls = await callsToRoute(byReason);
    const older = epochMs(contextCreatedAt - 15 * minute - 1);
    await calls.storedContext({ phoneNumber, createdAt: older });

    const early = await calls.inbound(dialled({}, 'early'));
    const { id } = await calls.storedContext({ phoneNumber, createdAt: epochMs(older + 1) });
    const late = await calls.inbound(dialled({}, 'late'));

    expect(early.contextId).toBeUndefined();
    expect(late.contextId).toBe(id);
  });

  it('is a stranger when another call of theirs has taken the context meanwhile', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber });
    calls.contexts.recent = () => Promise.resolve(id);
    await calls.inbound(dialled({}, 'first'));

    const route = await calls.inbound(dialled({}, 'second'));

    expect(route.contextId).toBeUndefined();
    expect(route.menu).toBeDefined();
    expect(calls.logged.join('\n')).toContain('"code":"claimedByAnotherCall"');
  });

  it('is asked for as the call that it is, so that a delivery of the same event again can find what it has claimed', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber });
    const asked: object[] = [];
    calls.contexts.recent = (number, times) => {
      asked.push({ number, ...times });
      return Promise.resolve(id);
    };

    const first = await calls.inbound();
    await calls.clock.advanceBy(5000);
    const again = await calls.inbound();

    expect(again).toEqual(first);
    const { TransactionId: transactionId } = dialled().CallDetails;
    const since = epochMs(contextCreatedAt - 15 * minute);
    expect(asked).toEqual([
      { number: phoneNumber, since, now: contextCreatedAt, transactionId },
      { number: phoneNumber, since, now: epochMs(contextCreatedAt + 5000), transactionId },
    ]);
  });

  it('goes by the hint in the id when the context itself cannot be had', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber });
    calls.contexts.claim = () => new Promise(() => undefined);

    const answer = calls.inbound();
    const waited = await calls.waitedFor(answer);

    expect(waited).toBe(2200);
    expect(await answer).toMatchObject({ entry: 'phone', contextId: id, reasonId: 'billing' });
    expect(destinationsOf(await answer)).toEqual(['phone:billing-desk']);
  });
});

describe('a call of which nothing is known', () => {
  it.each([
    { case: 'from a number that no context has', from: callerLeg.From },
    { case: 'from a number that is withheld', from: 'anonymous' },
  ])('is asked for its reason, and goes to the default without one: $case', async ({ from }) => {
    const calls = await callsToRoute(byReason);

    const route = await calls.inbound(dialled({ From: from }));

    expect(destinationsOf(route)).toEqual(['contactCenter:support']);
    expect(route.menu?.options).toEqual([{ reasonId: 'billing', name: 'a bill or a charge' }]);
    expect(route).toMatchObject({ entry: 'phone', seed: dialled().CallDetails.TransactionId });
  });

  it('asks the store for no number when there is none', async () => {
    const calls = await callsToRoute();
    let asked = 0;
    calls.contexts.recent = () => Promise.resolve(void (asked += 1));

    await calls.inbound(dialled({ From: '' }));

    expect(asked).toBe(0);
  });

  it('is one, too, when the store cannot say whether there is a context', async () => {
    const calls = await callsToRoute(byReason);
    await calls.storedContext({ phoneNumber });
    calls.contexts.recent = () => Promise.reject(new Error('no answer'));

    const route = await calls.inbound();

    expect(route.menu).toBeDefined();
    expect(calls.logged.join('\n')).toContain('recent-context-unavailable');
  });
});

describe('the time that a call has for the stores', () => {
  it('lets the table come while the context does not', async () => {
    const calls = await callsToRoute(oneRule);
    calls.contexts.recent = () => new Promise(() => undefined);

    const answer = calls.inbound();
    const waited = await calls.waitedFor(answer);

    expect(waited).toBe(2200);
    expect(destinationsOf(await answer)).toEqual(['phone:desk']);
    expect(calls.clock.pending).toBe(0);
  });

  it.each([
    { case: 'a skill call', event: (id: string) => bySkill(id), questions: ['claim'] },
    { case: 'a plain call', event: () => dialled(), questions: ['recent', 'claim'] },
    { case: 'a call without a number', event: () => dialled({ From: 'anonymous' }), questions: [] },
  ])('is used for these questions and no others once the table is known: $case', async ({ event, questions }) => {
    const calls = await callsToRoute(oneRule);
    await calls.inbound(dialled({ From: 'anonymous' }, 'warm'));
    const { id } = await calls.storedContext({ phoneNumber });
    const asked: string[] = [];
    const noted = <Given extends unknown[], Answer>(what: string, ask: (...given: Given) => Answer) => {
      return (...given: Given): Answer => {
        asked.push(what);
        return ask(...given);
      };
    };
    calls.contexts.recent = noted('recent', calls.contexts.recent.bind(calls.contexts));
    calls.contexts.claim = noted('claim', calls.contexts.claim.bind(calls.contexts));
    calls.store.currentVersion = noted('pointer', calls.store.currentVersion.bind(calls.store));
    calls.store.load = noted('table', calls.store.load.bind(calls.store));

    await calls.inbound(event(id));

    expect(asked).toEqual(questions);
  });

  it('is two rounds at most for a function that has only just begun', async () => {
    const calls = await callsToRoute(oneRule);
    await calls.storedContext({ phoneNumber });
    const slow = <Given extends unknown[], Value>(ask: (...given: Given) => Promise<Value>) => {
      return async (...given: Given): Promise<Value> => {
        await new Promise<void>((resolve) => void calls.clock.after(100, resolve));
        return ask(...given);
      };
    };
    calls.contexts.recent = slow(calls.contexts.recent.bind(calls.contexts));
    calls.contexts.claim = slow(calls.contexts.claim.bind(calls.contexts));
    calls.store.currentVersion = slow(calls.store.currentVersion.bind(calls.store));
    calls.store.load = slow(calls.store.load.bind(calls.store));

    const answer = calls.inbound();

    expect(await calls.waitedFor(answer)).toBe(200);
    expect((await answer).contextId).toBeDefined();
  });
});
