import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { adviser, aPlan, bellevue, downtown, supportDesk } from '../../support/attempts.ts';
import { exploreCalls, type AwsReading } from '../../support/call-exploration.ts';

const readings: AwsReading[] = (['replaced', 'merged'] as const).flatMap((attributes) =>
  (['reported', 'silent'] as const).flatMap((midList) =>
    (['actionEventFirst', 'hangupOnly'] as const).map((callerLeaving) => ({ attributes, midList, callerLeaving })),
  ),
);

const plans: { case: string; attempts: Attempt[] }[] = [
  { case: 'a contact centre', attempts: [supportDesk] },
  { case: 'a branch', attempts: [downtown] },
  { case: 'a meeting', attempts: [adviser] },
  { case: 'two branches', attempts: [downtown, bellevue] },
  { case: 'a meeting, then a contact centre', attempts: [adviser, supportDesk] },
  { case: 'a contact centre, then a meeting', attempts: [supportDesk, adviser] },
  { case: 'two meetings, then a branch', attempts: [adviser, { ...adviser, id: 'second' }, downtown] },
  { case: 'nobody', attempts: [] },
];

describe.each(readings)(
  'every course of a call, attributes $attributes, mid-list $midList, caller leaving $callerLeaving',
  (reading) => {
    it.each(plans)('keeps the invariants when the plan is $case', ({ attempts }) => {
      const { calls, violations } = exploreCalls(
        { plan: aPlan(...attempts), contextId: 'id', tableVersion: 1, locale: 'en-US' },
        reading,
      );

      expect(violations).toEqual([]);
      expect(calls).toBeGreaterThan(0);
    });
  },
);
