import type { CallResponse } from '../../../../../shared/contracts/calls-api.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { deedOutcome, refusalWords } from '../../../../../console/web/desk/deeds/deed-outcome.ts';

const sentAt = Date.parse('2026-11-18T15:00:10Z');
type Happenings = CallResponse['records'][number]['happenings'];

function aRecord(seconds: number, happenings: Happenings, phase = 'connected'): CallResponse['records'][number] {
  return {
    transactionId: 'call-1',
    sequence: seconds,
    at: new Date(sentAt + seconds * 1000).toISOString(),
    event: 'CALL_UPDATE_REQUESTED',
    phase,
    tookMs: 1,
    actions: [],
    happenings,
    callStartedAt: new Date(epochMs(sentAt - 60_000)).toISOString(),
  };
}
const toTacoma = { command: { command: 'transfer', destination: 'branch:tacoma' }, sentAt } as const;
const transferred = { kind: 'commanded', command: 'transfer', from: 'operator', destination: 'branch:tacoma' } as const;

describe('what came of a command', () => {
  it('is not known until a record tells', () => {
    expect(deedOutcome({ records: [aRecord(-60, [transferred])] }, toTacoma)).toEqual({ kind: 'waiting' });
  });

  it('is that it was done, though the clocks differ by a second', () => {
    expect(deedOutcome({ records: [aRecord(-1, [transferred])] }, toTacoma)).toEqual({ kind: 'done' });
  });

  it.each([
    { ...transferred, destination: 'branch:renton' },
    { kind: 'commanded', command: 'hangUp', from: 'operator' },
    { ...transferred, from: 'caller' },
  ] as const)('is not told by another command: %j', (other) => {
    expect(deedOutcome({ records: [aRecord(1, [other])] }, toTacoma)).toEqual({ kind: 'waiting' });
  });

  it('is a refusal, at once or when the destination is not found', () => {
    const refused = { kind: 'commandRefused', because: 'destination-unknown' } as const;
    const expected = { kind: 'refused', because: 'destination-unknown' };

    expect(deedOutcome({ records: [aRecord(1, [refused])] }, toTacoma)).toEqual(expected);
    expect(deedOutcome({ records: [aRecord(1, [transferred, refused])] }, toTacoma)).toEqual(expected);
    expect(deedOutcome({ records: [aRecord(1, [transferred]), aRecord(2, [refused])] }, toTacoma)).toEqual(expected);
  });

  it('is that it was done, though it was delivered again after that', () => {
    const again = { kind: 'commandRefused', because: 'done-already' } as const;

    expect(deedOutcome({ records: [aRecord(1, [transferred]), aRecord(2, [again])] }, toTacoma)).toEqual({
      kind: 'done',
    });
    expect(deedOutcome({ records: [aRecord(1, [again])] }, toTacoma)).toEqual({ kind: 'waiting' });
  });

  it('is not undone by the refusal of what was commanded after it', () => {
    const muted = { kind: 'commanded', command: 'mute', from: 'operator' } as const;
    const refused = { kind: 'commandRefused', because: 'destination-unknown' } as const;
    const records = [aRecord(1, [muted]), aRecord(2, [refused])];

    expect(deedOutcome({ records }, { command: { command: 'mute' }, sentAt })).toEqual({ kind: 'done' });
    const tooEarly = { kind: 'commandRefused', because: 'not-now' } as const;
    expect(deedOutcome({ records: [aRecord(1, [transferred]), aRecord(2, [tooEarly])] }, toTacoma)).toEqual({
      kind: 'done',
    });
  });

  it('is not told by a record that was seen before it was sent, of the same command a second ago', () => {
    const sentAgain = { ...toTacoma, seen: 1 };
    const refused = { kind: 'commandRefused', because: 'not-now' } as const;

    expect(deedOutcome({ records: [aRecord(1, [transferred])] }, sentAgain)).toEqual({ kind: 'waiting' });
    expect(deedOutcome({ records: [aRecord(1, [refused]), aRecord(2, [transferred])] }, sentAgain)).toEqual({
      kind: 'done',
    });
  });

  it('is that the call was over before', () => {
    expect(deedOutcome({ records: [aRecord(1, [], 'ended')] }, toTacoma)).toEqual({ kind: 'ended' });
  });

  it('is told in words, a code of a newer release as it is', () => {
    expect(refusalWords('destination-unknown')).toContain('no such destination');
    expect(refusalWords('moon-phase')).toContain('moon-phase');
  });
});
