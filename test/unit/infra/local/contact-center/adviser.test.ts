import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteMeetingCommand,
} from '@aws-sdk/client-chime-sdk-meetings';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { Advisers } from '../../../../../infra/local/contact-center/adviser.ts';
import { AgentsPhones } from '../../../../../infra/local/contact-center/agents-phones.ts';
import type { ConsoleClient } from '../../../../../infra/local/contact-center/console-client.ts';
import type { Conversation } from '../../../../../infra/local/contact-center/conversation.ts';
import { startEventBus, type LocalEventBus } from '../../../../../infra/local/event-bus/event-bus.ts';
import { startMeetings, type LocalMeetings } from '../../../../../infra/local/meetings/meetings.ts';
import { ToneEar } from '../../../../../infra/local/phone/tone-ear.ts';
import { toneSource } from '../../../../../infra/local/pstn-audio/media/tone.ts';
import { systemClock } from '../../../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';
const callerHz = 440;
const adviserHz = 1050;
const known = {
  kind: 'found',
  callContext: { callerName: 'Maria Lopez', reason: { id: 'mortgage', words: 'a house' } },
};

describe('an adviser', () => {
  const aws = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  let bus: LocalEventBus;
  let meetings: LocalMeetings;
  let patience: TimersFake;
  let advisers: Advisers;
  let phones: AgentsPhones;
  let told: PromiseWithResolvers<string>;
  let began: PromiseWithResolvers<Conversation>;
  let joined: number;

  beforeEach(async () => {
    const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
    bus = await startEventBus({ ...ports, buses: ['advisers'], region: 'us-east-1', accountId: '111122223333' });
    meetings = await startMeetings(ports);
    patience = new TimersFake();
    told = Promise.withResolvers();
    began = Promise.withResolvers();
    joined = 0;
    phones = new AgentsPhones(systemIds);
    meetings.onEvent(({ kind }) => {
      if (kind === 'attendeeJoined') joined += 1;
    });
    advisers = new Advisers({
      eventBus: bus,
      bus: 'advisers',
      meetings,
      region: 'us-east-1',
      voiceHz: adviserHz,
      console: { callContext: async (id: string) => (id === 'known' ? known : { kind: 'notFound' }) } as ConsoleClient,
      tellCall: async (id) => told.resolve(id),
      agentsPhones: phones,
      onConversation: began.resolve,
      timers: patience,
    });
  });
  afterEach(async () => {
    await advisers.close();
    await meetings.close();
    await bus.close();
  });

  async function aMeeting(): Promise<{ meetingId: string; joinToken: string; end: () => Promise<unknown> }> {
    const client = new ChimeSDKMeetingsClient({ ...aws, endpoint: meetings.endpoint });
    const { Meeting } = await client.send(
      new CreateMeetingCommand({
        ClientRequestToken: 'call-1',
        MediaRegion: 'us-east-1',
        ExternalMeetingId: 'adviser',
      }),
    );
    const meetingId = Meeting?.MeetingId ?? '';
    const { Attendee } = await client.send(
      new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: 'caller' }),
    );
    const end = () => client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    return { meetingId, joinToken: Attendee?.JoinToken ?? '', end };
  }

  async function invite(meetingId: string, contextId?: string): Promise<void> {
    const client = new EventBridgeClient({ ...aws, endpoint: bus.endpoint });
    const detail = { transactionId, destinationId: 'adviser', meetingId, contextId, waitsSeconds: 60 };
    await client.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: 'advisers',
            Source: 'skill-call-bridge',
            DetailType: 'Adviser Wanted',
            Detail: JSON.stringify(detail),
          },
        ],
      }),
    );
    await patience.advanceBy(0);
  }

  it('comes when invited, knows who waits, talks with the caller, and tells the call where they tell it', async () => {
    advisers.behave({ kind: 'comes', tells: true });
    const { meetingId, joinToken } = await aMeeting();
    const ear = new ToneEar();
    const caller = meetings.rooms.join(joinToken, { voice: toneSource({ frequencyHz: callerHz }), ear });
    if (caller.kind !== 'joined') throw new Error('the caller was not let in');

    await invite(meetingId, 'known');

    const conversation = await began.promise;
    expect(conversation).toMatchObject({
      destination: { kind: 'meeting', id: 'adviser', callee: meetingId },
      contextSeen: { callerName: 'Maria Lopez', reason: 'a house' },
    });
    expect(await Promise.all([conversation.hears(callerHz), ear.hears(adviserHz, caller.seat.left)])).toEqual([
      true,
      true,
    ]);
    expect(await told.promise).toBe(transactionId);
  });

  it('comes without knowing anybody when the context cannot be had', async () => {
    const { meetingId } = await aMeeting();

    await invite(meetingId, 'unknown');

    expect((await began.promise).contextSeen).toBeNull();
  });

  it('leaves it to the meeting to tell of them unless they are to', async () => {
    const { meetingId } = await aMeeting();

    await invite(meetingId);
    (await began.promise).hangUp();

    expect(await Promise.race([told.promise, Promise.resolve('nobody')])).toBe('nobody');
  });

  it('takes as long as it takes', async () => {
    advisers.behave({ kind: 'comes', afterMs: 5000 });
    const { meetingId } = await aMeeting();

    await invite(meetingId);
    await patience.advanceBy(4999);
    const before = [joined, patience.pending];
    await patience.advanceBy(1);
    await began.promise;

    expect(before).toEqual([0, 1]);
    expect(joined).toBe(1);
  });

  it('does not set out when it never comes, nor when the day is over', async () => {
    const { meetingId } = await aMeeting();
    advisers.behave({ kind: 'neverComes' });
    await invite(meetingId);
    advisers.behave({ kind: 'comes', afterMs: 5000 });
    await invite(meetingId);
    const onTheirWay = patience.pending;

    await advisers.close();

    expect([onTheirWay, patience.pending]).toEqual([1, 0]);
  });

  it('is not there, and says nothing to the call, when the meeting is over before', async () => {
    const over = await aMeeting();
    await over.end();
    const next = await aMeeting();

    await invite(over.meetingId);
    await invite(next.meetingId);

    expect((await began.promise).destination.callee).toBe(next.meetingId);
    expect(joined).toBe(1);
  });
});
