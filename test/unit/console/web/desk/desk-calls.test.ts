import type { LiveCall } from '../../../../../shared/contracts/desk-api.ts';
import { deskCalls } from '../../../../../console/web/desk/calls/desk-calls.ts';
import { announcement, lengthWords } from '../../../../../console/web/desk/calls/desk-words.ts';
import { arrivals, noPops, withOffered } from '../../../../../console/web/desk/calls/pops.ts';

const startedAt = '2026-11-18T15:00:00.000Z';

function aCall(changes: Partial<LiveCall> & { readonly answered?: boolean; readonly over?: boolean } = {}): LiveCall {
  const { answered = false, over = false, ...rest } = changes;
  const attempt = { number: 1, kind: 'branch', id: 'tacoma' } as const;
  return {
    transactionId: 'call-1',
    startedAt,
    contextId: 'context-1',
    summary: {
      startedAt,
      ending: over ? 'answered' : 'underWay',
      fallbackUsed: false,
      attempts: [answered ? { ...attempt, outcome: 'answered' } : attempt],
      contextSent: true,
      breaches: 0,
      slowestMs: 1,
    },
    ...rest,
  };
}
const ringing = { phone: 'phone-1', destination: 'branch:tacoma', state: 'ringing', contextId: 'context-1' } as const;

describe('the calls on the desk', () => {
  it('are those under way: whom one rings is not known until somebody has answered', () => {
    const calls = [aCall(), aCall({ transactionId: 'call-2', over: true })];

    const shown = deskCalls({ calls, phones: [], mine: ['branch:tacoma'] });

    expect(shown).toEqual([
      {
        key: 'call-1',
        transactionId: 'call-1',
        contextId: 'context-1',
        state: 'connecting',
        startedAt: Date.parse(startedAt),
        isMine: false,
        isHere: false,
      },
    ]);
  });

  it('have the destination and the ringing of the telephone that carries the same context', () => {
    const shown = deskCalls({ calls: [aCall()], phones: [ringing], mine: [] });

    expect(shown).toMatchObject([{ key: 'call-1', state: 'rings', destination: 'branch:tacoma', isMine: true }]);
  });

  it('have the telephone that rings, though it carries no context, where there is no other that it could be', () => {
    const { contextId: _none, ...plain } = ringing;
    const one = deskCalls({ calls: [aCall()], phones: [plain], mine: [] });
    const calls = [aCall(), aCall({ transactionId: 'call-2', contextId: 'context-2' })];
    const oneOfTwo = deskCalls({ calls, phones: [plain], mine: [] });
    const talks = aCall({ answered: true, destination: 'branch:tacoma' });
    const talking = deskCalls({
      calls: [aCall({ transactionId: 'call-2' }), talks],
      phones: [{ ...plain, state: 'talking' }],
      mine: [],
    });

    expect(one).toMatchObject([{ key: 'call-1', contextId: 'context-1', state: 'rings' }]);
    expect(oneOfTwo.map(({ key }) => key)).toEqual(['phone-1', 'call-1', 'call-2']);
    expect(talking.map(({ key, isMine }) => ({ key, isMine }))).toEqual([
      { key: 'call-1', isMine: true },
      { key: 'call-2', isMine: false },
    ]);
  });

  it('begin with a telephone that rings before any record of its call is there', () => {
    const shown = deskCalls({ calls: [], phones: [ringing], mine: [] });

    expect(shown).toMatchObject([{ key: 'phone-1', contextId: 'context-1', state: 'rings', isMine: true }]);
    expect(shown[0]).not.toHaveProperty('transactionId');
  });

  it('leave telephones of others alone, once the agent has chosen destinations', () => {
    const shown = deskCalls({ calls: [], phones: [ringing], mine: ['contactCenter:support'] });

    expect(shown).toMatchObject([{ isMine: false }]);
  });

  it('show who waits in a meeting, and what concerns the agent first', () => {
    const waiting = aCall({
      transactionId: 'call-2',
      contextId: 'context-2',
      destination: 'meeting:adviser',
      meetingId: 'meeting-1',
    });

    const shown = deskCalls({ calls: [aCall(), waiting], phones: [], mine: ['meeting:adviser'] });

    expect(shown.map(({ key, state, isMine }) => ({ key, state, isMine }))).toEqual([
      { key: 'call-2', state: 'waits', isMine: true },
      { key: 'call-1', state: 'connecting', isMine: false },
    ]);
  });
});

describe('a call that comes to the desk', () => {
  const rings = deskCalls({ calls: [aCall()], phones: [ringing], mine: [] });

  it('opens at once when the desk is idle', () => {
    expect(arrivals(noPops, rings, { isIdle: true })).toMatchObject({ open: { contextId: 'context-1' }, announce: [] });
  });

  it('is announced, and opens nothing, while somebody is at work', () => {
    const arrival = arrivals(noPops, rings, { isIdle: false });

    expect(arrival.open).toBeUndefined();
    expect(arrival.announce).toMatchObject([{ contextId: 'context-1' }]);
  });

  it('is no news when it is answered there', () => {
    const { pops } = arrivals(noPops, rings, { isIdle: true });
    const talks = deskCalls({
      calls: [aCall({ answered: true, destination: 'branch:tacoma' })],
      phones: [{ ...ringing, state: 'talking' }],
      mine: [],
    });

    expect(arrivals(pops, talks, { isIdle: true })).toMatchObject({ announce: [] });
    expect(arrivals(pops, talks, { isIdle: true }).open).toBeUndefined();
  });

  it('is news again when it comes back from somebody else', () => {
    const { pops } = arrivals(noPops, rings, { isIdle: true });
    const meanwhile = arrivals(pops, [], { isIdle: true });

    expect(arrivals(meanwhile.pops, rings, { isIdle: true }).open).toBeDefined();
  });

  it('does not open without a context, for other agents, or while it is being connected', () => {
    const { contextId: _none, ...withoutContext } = ringing;
    const calls = [
      ...deskCalls({ calls: [], phones: [withoutContext], mine: [] }),
      ...deskCalls({ calls: [aCall({ answered: true, destination: 'branch:tacoma' })], phones: [], mine: [] }),
      ...deskCalls({ calls: [aCall({ destination: 'branch:tacoma' })], phones: [], mine: ['branch:tacoma'] }),
    ];

    const arrival = arrivals(noPops, calls, { isIdle: true });

    expect(arrival).toEqual({ pops: noPops, announce: [] });
  });

  it('is announced, and not read, when it is answered somewhere for a destination of theirs', () => {
    const answered = deskCalls({
      calls: [aCall({ answered: true, destination: 'branch:tacoma' })],
      phones: [],
      mine: ['branch:tacoma'],
    });

    const arrival = arrivals(noPops, answered, { isIdle: true });
    const here = arrivals(arrival.pops, rings, { isIdle: true });

    expect(arrival.open).toBeUndefined();
    expect(arrival.announce).toMatchObject([{ contextId: 'context-1' }]);
    expect(here).toMatchObject({ open: { contextId: 'context-1' }, announce: [] });
  });

  it('opens when the caller waits in a meeting of theirs', () => {
    const call = aCall({ destination: 'meeting:adviser', meetingId: 'meeting-1' });
    const waits = (mine: readonly string[]) => deskCalls({ calls: [call], phones: [], mine });

    expect(arrivals(noPops, waits(['meeting:adviser']), { isIdle: true }).open).toMatchObject({ state: 'waits' });
    expect(arrivals(noPops, waits([]), { isIdle: true })).toEqual({ pops: noPops, announce: [] });
  });

  it('does not open again once it was closed, whatever it does until it is gone', () => {
    const { pops } = arrivals(noPops, rings, { isIdle: true });
    const unclear = arrivals(pops, deskCalls({ calls: [aCall()], phones: [], mine: [] }), { isIdle: true });
    const again = arrivals(unclear.pops, rings, { isIdle: true });
    const closedByHand = arrivals(withOffered(noPops, rings, 'context-1'), rings, { isIdle: true });

    expect(again).toMatchObject({ announce: [] });
    expect(again.open).toBeUndefined();
    expect(closedByHand.open).toBeUndefined();
  });

  it('opens one of several, and announces the others', () => {
    const calls = ['a', 'b'].flatMap((id) =>
      deskCalls({ calls: [], phones: [{ ...ringing, phone: id, contextId: id }], mine: [] }),
    );

    const arrival = arrivals(noPops, calls, { isIdle: true });

    expect(arrival.open?.contextId).toBe('a');
    expect(arrival.announce.map(({ contextId }) => contextId)).toEqual(['b']);
  });

  it('is told in words', () => {
    expect(rings.map(announcement)).toEqual(['A call rings here: branch tacoma']);
    expect([lengthWords(-5), lengthWords(999), lengthWords(61_400)]).toEqual(['0 s', '0 s', '1 min 1 s']);
  });
});
