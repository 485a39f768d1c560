import fc from 'fast-check';
import { packRecords } from '../../../../sma-handler/records/pack-records.ts';
import { unpackRecords } from '../../../../sma-handler/records/unpack-records.ts';
import type { PendingRecord } from '../../../../sma-handler/records/pending-record.ts';
import { mustFlush, withinRoom } from '../../../../sma-handler/records/room-for-records.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { anyRecord } from './random-records.ts';

const contextId = '1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0';
const callStartedAt = epochMs(1_795_000_000_000);

/** An attempt has failed, and the next one was made: about the most that happens in the middle of a call. */
const middle: PendingRecord = {
  sequence: 12,
  at: epochMs(callStartedAt + 95_123),
  event: 'ACTION_FAILED',
  phase: 'trying',
  tookMs: 12,
  actions: ['Speak', 'CallAndBridge'],
  happenings: [
    {
      kind: 'attemptEnded',
      attempt: { number: 1, kind: 'contactCenter', id: 'desk' },
      outcome: 'notAnswered',
      errorType: 'CallNotAnswered',
    },
    { kind: 'attemptBegan', attempt: { number: 2, kind: 'branch', id: 'tacoma' }, context: 'notSent' },
  ],
  callStartedAt,
  contextId,
};
const connected: PendingRecord = {
  ...middle,
  event: 'ACTION_SUCCESSFUL',
  phase: 'connected',
  actions: [],
  happenings: [{ kind: 'attemptEnded', attempt: { number: 2, kind: 'branch', id: 'tacoma' }, outcome: 'answered' }],
};
const callOf = (length: number): PendingRecord[] =>
  Array.from({ length }, (_, index) => ({ ...middle, sequence: index + 1 }));

describe('records that wait to be written', () => {
  it('are the same after the way through TransactionAttributes, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), (pending) => {
        expect(unpackRecords(packRecords(pending))).toEqual(pending);
      }),
      { numRuns: 300 },
    );
  });

  it('have no quotation mark and no backslash in their text, which would count twice there', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 4 }), (pending) => {
        const text = packRecords(pending);

        expect(JSON.stringify(text)).toHaveLength(text.length + 2);
        expect(Buffer.byteLength(text)).toBe(text.length);
      }),
    );
  });

  it.each([
    { case: 'two sides that begin to talk', record: connected, most: 80 },
    { case: 'an attempt that failed, and the next one', record: middle, most: 120 },
  ])('take $most characters at most for $case', ({ record, most }) => {
    const added = packRecords([middle, record]).length - packRecords([middle]).length;

    expect(added).toBeLessThanOrEqual(most);
  });

  it('are no text when there are none', () => {
    expect(packRecords([])).toBe('');
    expect(unpackRecords('')).toEqual([]);
  });

  it('are none in a text of somebody else’s, and reading one never throws', () => {
    const start = packRecords([middle]);

    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: start.length }), (text, cut) => {
        expect(unpackRecords(text)).toEqual([]);
        expect(Array.isArray(unpackRecords(`1|${text}`))).toBe(true);
        expect(Array.isArray(unpackRecords(start.slice(0, cut) + text))).toBe(true);
      }),
    );
    expect(unpackRecords(start.replace(/^1/, '2'))).toEqual([]);
  });

  it('are read without what a newer release has put between', () => {
    const text = packRecords([middle, { ...connected, sequence: 13 }, { ...connected, sequence: 14 }]);
    const [format, first, second, third] = text.split('|');

    const newer = [format, first, `${second}!zz,1~somebody`, third!.replace('14', 'x')].join('|');

    expect(unpackRecords(newer)).toEqual([middle, { ...connected, sequence: 13 }]);
  });

  it('are written while somebody waits only when there are very many', () => {
    expect(mustFlush(callOf(40))).toBe(false);
    expect(mustFlush(callOf(70))).toBe(true);
    expect(mustFlush([])).toBe(false);
  });

  it('keep within their room: the first one stays, and the latest', () => {
    const call = callOf(300);

    const kept = withinRoom(call);

    expect(packRecords(kept).length).toBeLessThanOrEqual(9_000);
    expect(kept.length).toBeGreaterThan(60);
    expect(kept).toEqual([call[0], ...call.slice(1 - kept.length)]);
  });

  it('all have room in a usual call', () => {
    expect(withinRoom(callOf(20))).toEqual(callOf(20));
    expect(withinRoom([])).toEqual([]);
  });
});
