import type { E164 } from '../../../shared/domain/phone-number.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { callsToRoute, factsOf, type CallsToRoute } from '../../support/calls-to-route.ts';
import { ownNumber } from '../../support/incoming-calls.ts';
import { branchOf } from '../../support/routing-table-builder.ts';

const desk = { kind: 'phone', id: 'desk', number: '+12065550199' as E164, timeoutSeconds: 9 } as const;
const adviser = { kind: 'meeting', id: 'adviser', timeoutSeconds: 45 } as const;

const table = {
  branches: [
    branchOf({ id: 'tacoma', number: '+12535550143' as E164 }),
    branchOf({ id: 'downtown' }),
    branchOf({ id: 'ours', number: ownNumber }),
    branchOf({ id: 'premium', number: '+19005550143' as E164 }),
  ],
  rules: [
    {
      id: 'r1',
      when: [],
      attempts: [{ kind: 'branch', id: 'tacoma', timeoutSeconds: 12, onOutcome: { notAnswered: 'end' } }],
    },
    {
      id: 'r2',
      when: [],
      attempts: [
        { kind: 'message', id: 'hold-on', words: { default: 'Hold on.' } },
        {
          kind: 'choice',
          upTo: 1,
          from: [
            { weight: 1, attempt: adviser },
            { weight: 1, attempt: desk },
          ],
        },
        { kind: 'phone', id: 'premium-line', number: '+19005550199' as E164, timeoutSeconds: 9 },
        { kind: 'phone', id: 'ours', number: ownNumber, timeoutSeconds: 9 },
        { kind: 'nearestBranch', withinKilometers: 50, upTo: 1, timeoutSeconds: 20 },
      ],
    },
  ],
  dialling: { allow: ['+1'], deny: ['+1900'] },
} satisfies Partial<Omit<RoutingTable, 'branches'>> & { branches: readonly unknown[] };

async function target(calls: CallsToRoute, destination: string, tableVersion = 1) {
  const facts = { ...factsOf(await calls.inbound()), tableVersion };
  return calls.router.destination({ command: 'transfer', destination }, facts);
}

describe('the destination of a transfer', () => {
  it.each([
    {
      destination: 'contactCenter:support',
      found: {
        kind: 'contactCenter',
        id: 'support',
        voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
        user: '+12065550150',
        headers: { profile: 'rfc7433' },
        timeoutSeconds: 30,
      },
    },
    {
      destination: 'branch:tacoma',
      found: { kind: 'branch', id: 'tacoma', number: '+12535550143', timeoutSeconds: 12 },
    },
    {
      destination: 'branch:downtown',
      found: { kind: 'branch', id: 'downtown', number: '+12065550141', timeoutSeconds: 30 },
    },
    { destination: 'phone:desk', found: desk },
    { destination: 'meeting:adviser', found: adviser },
  ])('is found in the table, with the ringing time of its attempts: $destination', async ({ destination, found }) => {
    const calls = await callsToRoute(table);

    expect(await target(calls, destination)).toEqual(found);
  });

  it.each([
    { case: 'nobody by that name', destination: 'branch:atlantis', code: 'destination-unknown' },
    { case: 'somebody of another kind', destination: 'phone:tacoma', code: 'destination-unknown' },
    { case: 'words', destination: 'message:hold-on', code: 'destination-unknown' },
    { case: 'nothing', destination: '', code: 'destination-unknown' },
    { case: 'a name that every object has', destination: 'phone:constructor', code: 'destination-unknown' },
    { case: 'a number that is not to be dialled', destination: 'phone:premium-line', code: 'number-not-allowed' },
    { case: 'a branch that is not to be dialled', destination: 'branch:premium', code: 'number-not-allowed' },
    { case: 'the function itself', destination: 'phone:ours', code: 'number-not-allowed' },
    { case: 'a branch that is the function itself', destination: 'branch:ours', code: 'number-not-allowed' },
  ])('is refused, and that is logged, when it is $case', async ({ destination, code }) => {
    const calls = await callsToRoute(table);

    expect(await target(calls, destination)).toBeUndefined();
    expect(calls.logged.at(-1)).toContain(`"code":"${code}"`);
    expect(calls.logged.at(-1)).not.toMatch(/\+1/);
  });

  it('is looked up in the table that the call is pinned to', async () => {
    const calls = await callsToRoute(table);
    await calls.publish();

    const pinned = await target(calls, 'phone:desk', 1);
    const newer = await target(calls, 'phone:desk', 2);

    expect(pinned).toEqual(desk);
    expect(newer).toBeUndefined();
  });

  it('is not to be had without that table, for which nobody waits longer than the budget', async () => {
    const calls = await callsToRoute(table);
    calls.store.load = () => new Promise(() => undefined);

    const answer = calls.router.destination(
      { command: 'transfer', destination: 'phone:desk' },
      { entry: 'phone', ruleId: 'r', callerId: ownNumber, tableVersion: 1 },
    );

    expect(await calls.waitedFor(answer)).toBe(2200);
    expect(await answer).toBeUndefined();
    expect(calls.logged.at(-1)).toContain('"code":"table-unavailable"');
  });
});
