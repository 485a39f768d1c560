import type { JoinCallResponse } from '../../../../../shared/contracts/desk-api.ts';
import { Problem } from '../../../../../console/web/data/problem.ts';
import { joinChimeMeeting, type ChimeDoors } from '../../../../../console/web/desk/meeting/chime-meeting.ts';
import { ChimeSoundFake } from '../../../../support/chime-sound-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const place: JoinCallResponse = {
  meeting: { MeetingId: 'meeting-1' },
  attendee: { AttendeeId: 'attendee-1', ExternalUserId: 'adviser-1', JoinToken: 'token' },
};

async function joining(sound: ChimeSoundFake, doors: Partial<ChimeDoors> = {}) {
  const visit = joinChimeMeeting('call-1', { takePlace: async () => place, open: async () => sound, ...doors });
  // Settles what has begun.
  await new TimersFake().advanceBy(0);
  return visit;
}

describe('an adviser in a meeting', () => {
  it('takes the first microphone, and is there', async () => {
    const sound = new ChimeSoundFake();

    const visit = await joining(sound);

    expect(sound.done).toEqual(['takes headset', 'starts']);
    expect(visit.snapshot()).toEqual({
      state: { kind: 'there', isMuted: false, link: 'good' },
      inputs: sound.microphones,
      input: 'headset',
    });
  });

  it('is muted, takes another microphone, and leaves, which gives it back', async () => {
    const sound = new ChimeSoundFake();
    const visit = await joining(sound);

    visit.mute?.(true);
    visit.chooseInput('table');
    await new TimersFake().advanceBy(0);
    const muted = visit.snapshot();
    visit.leave();

    expect(muted).toMatchObject({ state: { kind: 'there', isMuted: true }, input: 'table' });
    expect(sound.done.slice(2)).toEqual(['mutes', 'takes table', 'stops']);
    expect(visit.snapshot().state).toEqual({ kind: 'left' });
  });

  it('is told of a connection that is poor, and one that is lost, and stays muted meanwhile', async () => {
    const sound = new ChimeSoundFake();
    const visit = await joining(sound);
    visit.mute?.(true);

    sound.events?.link(false);
    const poor = visit.snapshot().state;
    sound.events?.connecting(true);
    const lost = visit.snapshot().state;
    sound.events?.started();

    expect(poor).toMatchObject({ link: 'poor' });
    expect(lost).toMatchObject({ link: 'reconnecting' });
    expect(visit.snapshot().state).toEqual({ kind: 'there', isMuted: true, link: 'good' });
  });

  it.each([
    ['NotAllowedError', 'may not use the microphone'],
    ['NotReadableError', 'Something else uses'],
    ['SomethingNew', 'could not be started'],
  ])('is told in words why there is no microphone: %s', async (name, words) => {
    const sound = new ChimeSoundFake();
    sound.refusal = Object.assign(new Error('no'), { name });

    const visit = await joining(sound);

    expect(visit.snapshot().state).toMatchObject({ kind: 'failed', words: expect.stringContaining(words) });
    expect(sound.done).toEqual(['stops']);
  });

  it('without any microphone does not join', async () => {
    const sound = new ChimeSoundFake();
    sound.microphones = [];

    const visit = await joining(sound);

    expect(visit.snapshot().state).toMatchObject({ kind: 'failed', words: 'There is no microphone' });
  });

  it('goes on with the microphone that it had when another cannot be had', async () => {
    const sound = new ChimeSoundFake();
    const visit = await joining(sound);
    sound.refusal = new Error('no');

    visit.chooseInput('table');
    await new TimersFake().advanceBy(0);

    expect(visit.snapshot()).toMatchObject({ state: { kind: 'there' }, input: 'headset' });
  });

  it('is refused as the service says', async () => {
    const problem = new Problem('', { code: 'meeting-not-found', status: 404 });

    const visit = await joining(new ChimeSoundFake(), { takePlace: () => Promise.reject(problem) });

    expect(visit.snapshot().state).toEqual({ kind: 'refused', problem });
  });

  it.each([
    [
      { code: 'MeetingEnded', isFailure: true },
      { kind: 'failed', words: 'The meeting is over' },
    ],
    [
      { code: 'AudioDisconnected', isFailure: true },
      { kind: 'failed', words: expect.stringContaining('lost') },
    ],
    [{ code: 'Left', isFailure: false }, { kind: 'left' }],
  ])('is told how it ended: %j', async (status, expected) => {
    const sound = new ChimeSoundFake();
    const visit = await joining(sound);

    sound.events?.stopped(status);

    expect(visit.snapshot().state).toMatchObject(expected);
  });

  it('who leaves on the way takes no microphone', async () => {
    const sound = new ChimeSoundFake();
    const opened = Promise.withResolvers<ChimeSoundFake>();
    const visit = await joining(sound, { open: () => opened.promise });

    visit.leave();
    opened.resolve(sound);
    await new TimersFake().advanceBy(0);

    expect(sound.done).toEqual([]);
    expect(visit.snapshot().state).toEqual({ kind: 'left' });
  });
});
