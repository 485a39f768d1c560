import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { withoutVoicemail } from '../../../sma-handler/routing/without-voicemail.ts';
import { adviser, aPlan, bellevue, closedToday, downtown, holdOn, mailbox } from '../../support/attempts.ts';

const defaultPlan = aPlan(downtown);

describe('a plan where no voicemail can be recorded', () => {
  const plans: { case: string; attempts: Attempt[]; expected: Attempt[] }[] = [
    { case: 'a voicemail alone', attempts: [mailbox], expected: [downtown] },
    { case: 'words that lead to a voicemail', attempts: [closedToday, mailbox], expected: [downtown] },
    {
      case: 'somebody, then words that lead to a voicemail',
      attempts: [bellevue, holdOn, mailbox],
      expected: [bellevue, downtown],
    },
    { case: 'a voicemail, then words', attempts: [mailbox, closedToday], expected: [downtown] },
    {
      case: 'a voicemail before somebody else',
      attempts: [holdOn, mailbox, adviser, closedToday],
      expected: [holdOn, adviser, closedToday],
    },
  ];

  it.each(plans)('is made without it, and never ends in its stead: $case', ({ attempts, expected }) => {
    expect(withoutVoicemail(aPlan(...attempts), defaultPlan)).toEqual(aPlan(...expected));
  });
});
