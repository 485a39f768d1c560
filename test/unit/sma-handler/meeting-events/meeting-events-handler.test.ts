import { meetingNameOf } from '../../../../shared/contracts/meeting-events.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import type { CommandResult } from '../../../../shared/ports/call-commands.ts';
import { createMeetingEventsHandler } from '../../../../sma-handler/meeting-events/meeting-events-handler.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';
const application = { sipMediaApplicationId: 'aaaaaaaa-0000-4000-8000-000000000001', region: 'us-east-1' };
const adviserComes = {
  source: 'aws.chime',
  'detail-type': 'Chime Meeting State Change',
  detail: {
    eventType: 'chime:AttendeeJoined',
    timestamp: 1_795_014_000_000,
    meetingId: 'meeting-1',
    attendeeId: 'attendee-2',
    externalMeetingId: meetingNameOf(transactionId),
    externalUserId: 'maria.lopez@example.com',
  },
};

describe('the function that hears of meetings', () => {
  let sent: unknown[];
  let lines: string[];
  beforeEach(() => {
    sent = [];
    lines = [];
  });

  function hears(event: unknown, answer: CommandResult = { kind: 'accepted', commandId: 'command-1' }): Promise<void> {
    const log = createLogger({ clock: new TimersFake(), write: (line) => void lines.push(line) });
    const send = async (...told: unknown[]): Promise<CommandResult> => {
      sent.push(told);
      return answer;
    };
    return createMeetingEventsHandler({ commands: { send }, application, log })(event);
  }

  it('tells the call that the meeting was opened for, which meeting it is, who came, and when', async () => {
    await hears(adviserComes);

    expect(sent).toEqual([
      [
        { transactionId, ...application },
        {
          command: 'adviserJoined',
          meetingId: 'meeting-1',
          attendeeId: 'attendee-2',
          happenedAt: '1795014000000',
        },
      ],
    ]);
    expect(lines.join()).toContain('"event":"adviser-news"');
  });

  it('says nothing of who the adviser is', async () => {
    await hears(adviserComes);

    expect(JSON.stringify([sent, lines])).not.toContain('maria');
  });

  it('tells nobody of what is no news of an adviser', async () => {
    await hears({ ...adviserComes, detail: { ...adviserComes.detail, eventType: 'chime:MeetingStarted' } });

    expect([sent, lines]).toEqual([[], []]);
  });

  it('is content when the call is over', async () => {
    await expect(hears(adviserComes, { kind: 'callNotFound' })).resolves.toBeUndefined();
  });

  it.each(['throttled', 'unavailable'] as const)(
    'fails, to be asked again, when the call is not told: %s',
    async (kind) => {
      await expect(hears(adviserComes, { kind })).rejects.toMatchObject({ code: 'store-unavailable' });
    },
  );
});
