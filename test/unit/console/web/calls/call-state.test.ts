import type { LiveCall } from '../../../../../shared/contracts/desk-api.ts';
import { callNow, callNowWords } from '../../../../../console/web/calls/call-state.ts';

const startedAt = '2026-11-18T15:00:00.000Z';
const at = (seconds: number): number => Date.parse(startedAt) + seconds * 1000;
const attempt = { number: 1, kind: 'branch', id: 'tacoma', beganAt: '2026-11-18T15:00:05.000Z' } as const;

function call(changes: Partial<NonNullable<LiveCall['summary']>>): Pick<LiveCall, 'startedAt' | 'summary'> {
  return {
    startedAt,
    summary: {
      startedAt,
      ending: 'underWay',
      fallbackUsed: false,
      attempts: [],
      contextSent: false,
      breaches: 0,
      slowestMs: 12,
      ...changes,
    },
  };
}

describe('how it is with a call', () => {
  it.each([
    ['before anybody is tried', call({}), 'being routed for 20 s'],
    ['while somebody is rung', call({ attempts: [attempt] }), 'ringing for 15 s'],
    [
      'while somebody talks to the caller',
      call({ attempts: [{ ...attempt, rangMs: 10_000, outcome: 'answered' }] }),
      'talking for 5 s',
    ],
    ['between two attempts', call({ attempts: [{ ...attempt, outcome: 'notAnswered' }] }), 'being routed for 20 s'],
    ['after its end', call({ ending: 'voicemailLeft', endedAt: '2026-11-18T15:01:00.000Z' }), 'message left, 1 min'],
    ['when its end is not recorded', call({ ending: 'answered' }), 'answered'],
    ['without records', { startedAt }, 'not recorded'],
  ])('is told %s', (_when, given, words) => {
    expect(callNowWords(callNow(given, at(20)))).toBe(words);
  });

  it('has lasted no time at least, whatever the clocks say', () => {
    expect(callNowWords(callNow(call({ attempts: [attempt] }), at(0)))).toBe('ringing for 0 s');
  });
});
