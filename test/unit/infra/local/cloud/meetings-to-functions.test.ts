import { meetingsToFunctions } from '../../../../../infra/local/cloud/meetings-to-functions.ts';
import { startEventBus, type LocalEventBus } from '../../../../../infra/local/event-bus/event-bus.ts';
import type { MeetingEvent, MeetingListener } from '../../../../../infra/local/meetings/meeting-events.ts';
import type { LocalMeetings } from '../../../../../infra/local/meetings/meetings.ts';
import { meetingNameOf, readAdviserNews } from '../../../../../shared/contracts/meeting-events.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';
const about = { meetingId: 'meeting-1', externalMeetingId: meetingNameOf(transactionId), at: 1_795_014_000_000 };
const adviser = { ...about, attendeeId: 'attendee-2', externalUserId: 'adviser-on-duty' };

describe('what happens in a local meeting', () => {
  let eventBus: LocalEventBus;
  let listeners: Set<MeetingListener>;
  let invoked: [string, unknown][];
  let stop: () => void;
  beforeEach(async () => {
    const time = new TimersFake();
    eventBus = await startEventBus({
      buses: [],
      region: 'us-east-1',
      accountId: '111122223333',
      timers: time,
      clock: time,
      ids: idsFake(),
    });
    listeners = new Set();
    invoked = [];
    const onEvent = (listener: MeetingListener): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    stop = meetingsToFunctions({
      meetings: { onEvent } as LocalMeetings,
      eventBus,
      functions: {
        invoke: async (name, event) => {
          invoked.push([name, event]);
          return { statusCode: 200, payload: null, milliseconds: 0, coldStart: false };
        },
      },
      region: 'us-east-1',
    });
  });
  afterEach(async () => {
    stop();
    await eventBus.close();
  });

  async function happens(event: MeetingEvent): Promise<void> {
    for (const listener of listeners) listener(event);
    await Promise.resolve();
  }

  it.each([
    { kind: 'attendeeJoined', command: 'adviserJoined' },
    { kind: 'attendeeLeft', command: 'adviserLeft' },
    { kind: 'attendeeDropped', command: 'adviserDropped' },
  ] as const)(
    'comes to the function as AWS would put it, and is understood there: $kind',
    async ({ kind, command }) => {
      await happens({ kind, ...adviser });

      expect(invoked.map(([name]) => name)).toEqual(['meeting-events']);
      expect(readAdviserNews(invoked[0]?.[1])).toEqual({
        transactionId,
        meetingId: 'meeting-1',
        attendeeId: 'attendee-2',
        happenedAt: '1795014000000',
        command,
      });
    },
  );

  it('stays where it is when nobody comes or goes, or the meeting is of nobody’s call', async () => {
    await happens({ kind: 'meetingStarted', ...about });
    await happens({ kind: 'attendeeAdded', ...adviser });
    await happens({ kind: 'meetingEnded', ...about });
    await happens({ kind: 'attendeeJoined', ...adviser, externalMeetingId: 'weekly' });

    expect(invoked).toEqual([]);
  });

  it('is told to nobody when the day is over', async () => {
    stop();

    await happens({ kind: 'attendeeJoined', ...adviser });

    expect(invoked).toEqual([]);
  });
});
