import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import {
  adviser,
  aPlan,
  bellevue,
  closedToday,
  directory,
  downtown,
  holdOn,
  mailbox,
  supportDesk,
} from '../../support/attempts.ts';
import { exploreCalls, type AwsReading } from '../../support/call-exploration.ts';

const readings: AwsReading[] = (['replaced', 'merged'] as const).flatMap((attributes) =>
  (['reported', 'silent'] as const).flatMap((midList) =>
    (['actionEventFirst', 'hangupOnly'] as const).map((callerLeaving) => ({ attributes, midList, callerLeaving })),
  ),
);

function many(count: number, attempt: Attempt): Attempt[] {
  return Array.from({ length: count }, () => attempt);
}

const askElsewhere = { ...directory, id: 'elsewhere' };
const orEnd = { onOutcome: { notAnswered: 'end', unreachable: 'nextKind', misconfigured: 'end' } } as const;

const plans: { case: string; attempts: Attempt[] }[] = [
  { case: 'a contact centre', attempts: [supportDesk] },
  { case: 'a branch', attempts: [downtown] },
  { case: 'a meeting', attempts: [adviser] },
  { case: 'two branches', attempts: [downtown, bellevue] },
  { case: 'a meeting, then a contact centre', attempts: [adviser, supportDesk] },
  { case: 'a contact centre, then a meeting', attempts: [supportDesk, adviser] },
  { case: 'two meetings, then a branch', attempts: [adviser, { ...adviser, id: 'second' }, downtown] },
  { case: 'nobody', attempts: [] },
  { case: 'a look-up', attempts: [directory] },
  { case: 'two look-ups, then a branch', attempts: [directory, askElsewhere, downtown] },
  { case: 'a meeting, a look-up, a meeting', attempts: [adviser, directory, { ...adviser, id: 'second' }] },
  { case: 'a message', attempts: [closedToday] },
  { case: 'a branch, then a message', attempts: [downtown, closedToday] },
  { case: 'a message, then a branch', attempts: [holdOn, downtown] },
  { case: 'a message, then a meeting, then a message', attempts: [holdOn, adviser, closedToday] },
  { case: 'a message, then a look-up, then a voicemail', attempts: [holdOn, directory, mailbox] },
  { case: 'twelve messages and a branch', attempts: [...many(12, holdOn), downtown] },
  { case: 'twelve messages', attempts: many(12, holdOn) },
  { case: 'eight messages and a voicemail', attempts: [...many(8, holdOn), mailbox] },
  { case: 'a voicemail', attempts: [mailbox] },
  { case: 'a branch, a message, a voicemail, a message', attempts: [downtown, holdOn, mailbox, closedToday] },
  {
    case: 'everything, under policies',
    attempts: [
      { ...directory, ...orEnd },
      { ...downtown, ...orEnd },
      { ...bellevue, ...orEnd },
      holdOn,
      { ...adviser, ...orEnd },
      { ...mailbox, ...orEnd },
      supportDesk,
    ],
  },
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
