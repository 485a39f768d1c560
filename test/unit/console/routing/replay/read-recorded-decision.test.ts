import { readRecordedDecision } from '../../../../../console/routing/replay/read-recorded-decision.ts';

const good = {
  context: { ingress: 'phone', phoneNumber: '+12065550123' },
  at: '2026-11-18T15:00:00Z',
  seed: 'call-1',
  ruleId: 'default',
  destinations: ['contactCenter:support'],
};

describe('a line of recorded decisions', () => {
  it('is read', () => {
    expect(readRecordedDecision(JSON.stringify(good))).toEqual({ kind: 'record', record: good });
  });

  it('is read with as many destinations as a rule can come to', () => {
    const destinations = Array.from({ length: 200 }, (_, index) => `branch:b-${index}`);

    expect(readRecordedDecision(JSON.stringify({ ...good, destinations }))).toMatchObject({ record: { destinations } });
  });

  it.each([
    { case: 'half a line', line: '{"context":', problem: 'is not JSON' },
    { case: 'no moment', line: JSON.stringify({ ...good, at: undefined }), problem: 'at must be a time' },
    {
      case: 'a date without a time',
      line: JSON.stringify({ ...good, at: '2026-11-18' }),
      problem: 'at must be a time',
    },
    {
      case: 'a time before time',
      line: JSON.stringify({ ...good, at: '1960-01-01T00:00:00Z' }),
      problem: 'since 1970',
    },
    {
      case: 'an unknown ingress',
      line: JSON.stringify({ ...good, context: { ingress: 'fax' } }),
      problem: 'context.ingress must be a way in',
    },
    {
      case: 'a field too many',
      line: JSON.stringify({ ...good, context: { reasn: 'billing' } }),
      problem: '"reasn" is not known here – did you mean "reason"?',
    },
  ])('is refused with what is wrong: $case', ({ line, problem }) => {
    expect(readRecordedDecision(line)).toEqual({ kind: 'problem', problem: expect.stringContaining(problem) });
  });

  it('is refused without repeating what it says about the caller', () => {
    const line = JSON.stringify({ ...good, context: { phoneNumber: '206-555-0123' } });

    expect(JSON.stringify(readRecordedDecision(line))).not.toContain('555');
  });
});
