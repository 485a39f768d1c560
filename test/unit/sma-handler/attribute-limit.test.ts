import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { withinAttributeLimit } from '../../../sma-handler/attribute-limit.ts';
import type { CallState, Trying } from '../../../sma-handler/call-state.ts';
import { writeState } from '../../../sma-handler/transaction-attributes.ts';
import { adviser, downtown, holdOn, mailbox, ownedNumber, supportDesk } from '../../support/attempts.ts';

function trying(current: Attempt, remaining: readonly Attempt[]): Trying {
  return {
    phase: 'trying',
    facts: {
      entry: 'alexa-skill-call',
      ruleId: 'r',
      callerId: ownedNumber,
      contextId: 'x'.repeat(51),
      tableVersion: 12,
      locale: 'en-US',
    },
    attemptNumber: 1,
    current,
    remaining,
    recording: 'off',
  };
}

function times(count: number, attempt: Attempt): Attempt[] {
  return Array.from({ length: count }, () => attempt);
}

function octets(state: CallState, records = ''): number {
  return Buffer.byteLength(JSON.stringify(writeState(state, records)));
}

function kindsOf(state: CallState): string[] {
  return 'remaining' in state ? state.remaining.map(({ kind }) => kind) : [];
}

const place = { meetingId: 'm', attendeeId: 'a' };
const longMessage: Attempt = { ...holdOn, words: 'w'.repeat(500) };
const longJapaneseMessage: Attempt = { ...holdOn, words: '待'.repeat(500), locale: 'ja-JP' };
const heavyHeaders = { profile: 'rfc7433', fixed: { 'X-Queue': 'q'.repeat(2000) } } as const;

describe('the plan in transaction attributes', () => {
  it.each([
    { case: 'in English', message: longMessage },
    { case: 'of three octets a character', message: longJapaneseMessage },
  ])('holds ten messages of 500 characters $case', ({ message }) => {
    const state = trying(downtown, times(10, message));

    expect(octets(state)).toBeLessThan(20_000);
    expect(withinAttributeLimit(state)).toBe(state);
  });

  it('leaves out messages first, the last before the others, and keeps whom to ring', () => {
    const messages = times(40, longJapaneseMessage);
    const state = trying(downtown, [...messages, supportDesk, mailbox]);

    const kept = withinAttributeLimit(state);

    expect(octets(kept)).toBeLessThanOrEqual(20_000);
    expect(kindsOf(kept).filter((kind) => kind !== 'message')).toEqual(['contactCenter', 'voicemail']);
    expect(kindsOf(kept)[0]).toBe('message');
  });

  it('leaves out the last attempts when they alone are too many', () => {
    const state = trying(downtown, times(30, { ...supportDesk, headers: heavyHeaders }));

    const kept = withinAttributeLimit(state);

    expect(octets(kept)).toBeLessThanOrEqual(20_000);
    expect(kindsOf(kept).length).toBeGreaterThan(5);
  });

  it('counts octets as they are sent, where each quotation mark takes two', () => {
    const state = trying(downtown, times(46, { ...holdOn, words: '"'.repeat(100) }));

    const kept = withinAttributeLimit(state);

    expect(octets(state)).toBeGreaterThan(20_000);
    expect(octets(kept)).toBeLessThanOrEqual(20_000);
  });

  it('leaves out no more than it has to', () => {
    const state = trying(downtown, [...times(60, longMessage), ...times(60, supportDesk)]);

    const kept = withinAttributeLimit(state);

    const withOneMore = trying(downtown, [longMessage, ...(kept.phase === 'trying' ? kept.remaining : [])]);
    expect(octets(kept)).toBeLessThanOrEqual(20_000);
    expect(octets(withOneMore)).toBeGreaterThan(20_000);
  });

  it('forgets the headers of the attempt that is under way before it leaves out anything else', () => {
    const fixed = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`X-${index}`, 'q'.repeat(2000)]));
    const state = trying({ ...supportDesk, headers: { profile: 'rfc7433', fixed } }, [holdOn, downtown]);

    const kept = withinAttributeLimit(state);

    expect(kept).toMatchObject({ current: { id: 'support', headers: { profile: 'rfc7433' } } });
    expect(kept).not.toHaveProperty('current.headers.fixed');
    expect(kindsOf(kept)).toEqual(['message', 'branch']);
    expect(octets(kept)).toBeLessThanOrEqual(20_000);
  });

  it('leaves room for the records that are still to be written', () => {
    const state = trying(downtown, [...times(10, longMessage), supportDesk]);
    const records = '1|'.padEnd(15_000, 'r');

    const kept = withinAttributeLimit(state, records);

    expect(octets(state)).toBeLessThanOrEqual(20_000);
    expect(octets(kept, records)).toBeLessThanOrEqual(20_000);
    expect(kindsOf(kept)).toContain('contactCenter');
  });

  it('is cut in the same way whatever else a call is in the middle of', () => {
    const { facts, attemptNumber, recording } = trying(downtown, []);
    const remaining = times(60, longMessage);
    const states: CallState[] = [
      { phase: 'choosing', facts, attemptNumber, remaining, recording, options: ['billing'] },
      { phase: 'waiting', facts, attemptNumber, remaining, recording, current: adviser, meeting: place, rounds: 1 },
      { phase: 'connected', facts, attemptNumber, remaining, recording, current: downtown },
      { phase: 'leaving', facts, attemptNumber, remaining, recording, meeting: place },
    ];

    for (const state of states) {
      const kept = withinAttributeLimit(state);

      expect(octets(kept)).toBeLessThanOrEqual(20_000);
      expect({ ...kept, remaining }).toEqual(state);
    }
  });
});
