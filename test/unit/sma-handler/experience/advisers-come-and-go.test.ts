import type { Rule } from '../../../../shared/domain/routing/table.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { spokenIn, typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction, type SmaFunctionFake, type SmaFunctionOptions } from '../../../support/sma-call.ts';

const waitingMusic = { bucket: 'sounds', key: 'waiting.wav' };
/** Of her who is there, and of a colleague. */
const [first, second] = ['attendee-1', 'attendee-2'];

/** A caller in a meeting, and what the meeting tells of it. */
class Meeting {
  readonly sma: SmaFunctionFake;
  readonly call: CallUnderWay;
  #commands = 0;

  constructor(sma: SmaFunctionFake, call: CallUnderWay) {
    this.sma = sma;
    this.call = call;
  }

  /** @param happenedAt in milliseconds; news without one is of now. */
  async tells(command: string, attendeeId?: string, happenedAt?: number): Promise<string[]> {
    this.#commands += 1;
    const about = {
      ...(attendeeId === undefined ? {} : { attendeeId }),
      ...(happenedAt === undefined ? {} : { happenedAt: String(happenedAt) }),
    };
    const commandId = `command-${this.#commands}`;
    return typesOf(await this.call.isCommanded({ command, ...about, commandId, valid: true }));
  }
}

async function inMeeting(
  changes: Partial<Rule> = {},
  options: SmaFunctionOptions = { waitingMusic },
): Promise<Meeting> {
  const attempts = [{ kind: 'meeting', id: 'adviser', timeoutSeconds: 30 }] as const;
  const sma = await smaFunction({ rules: [{ id: 'advice', when: [], attempts, ...changes }] }, options);
  const call = new CallUnderWay(sma);
  await call.begins();
  await call.succeeds('JoinChimeMeeting');
  return new Meeting(sma, call);
}

async function withAdviser(...given: Parameters<typeof inMeeting>): Promise<Meeting> {
  const meeting = await inMeeting(...given);
  await meeting.tells('adviserJoined', first, 1000);
  return meeting;
}

describe('a caller who talks to two advisers', () => {
  it('goes on with the one who stays, and is bidden goodbye when the last one leaves', async () => {
    const meeting = await withAdviser();

    const anotherComes = await meeting.tells('adviserJoined', second, 2000);
    const oneLeaves = await meeting.tells('adviserLeft', first, 3000);
    const { phase } = meeting.call;
    const bothLeft = await meeting.tells('adviserLeft', second, 4000);

    expect([anotherComes, oneLeaves, phase]).toEqual([[], [], 'connected']);
    expect(bothLeft).toEqual(['Speak', 'Hangup', 'Hangup']);
  });

  it('goes on when one of them drops out, and does not wait', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserJoined', second, 2000);

    expect(await meeting.tells('adviserDropped', second, 3000)).toEqual([]);
    expect(meeting.call.phase).toBe('connected');
  });

  it('goes on when somebody leaves of whom nothing was known', async () => {
    const meeting = await withAdviser();

    expect(await meeting.tells('adviserLeft', second, 2000)).toEqual([]);
  });

  it('is bidden goodbye when all are said to have left, whoever they are', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserJoined', second, 2000);

    expect(await meeting.tells('adviserLeft')).toEqual(['Speak', 'Hangup', 'Hangup']);
  });

  it('says nothing of who they are but the ids of their places', async () => {
    const { call } = await withAdviser();

    expect(Object.keys(call.attributes ?? {}).length).toBeLessThanOrEqual(10);
    expect(JSON.parse(call.attributes?.['state'] ?? '')).toMatchObject({
      advisers: [{ id: first, isThere: true, at: 1000 }],
    });
  });
});

describe('a command of an operator between much news of advisers', () => {
  it('is done once, though it is delivered again after them', async () => {
    const meeting = await withAdviser();
    const mute = { command: 'mute', commandId: 'from-the-operator', valid: true };

    const muted = typesOf(await meeting.call.isCommanded(mute));
    for (let time = 2000; time < 9000; time += 1000) await meeting.tells('adviserJoined', second, time);
    const again = typesOf(await meeting.call.isCommanded(mute));

    expect(muted).toEqual(['ModifyChimeMeetingAttendees']);
    expect(again).toEqual([]);
  });
});

describe('news of an adviser that comes late', () => {
  it('does not bring back one who has left', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserJoined', second, 2000);
    await meeting.tells('adviserLeft', second, 3000);

    await meeting.tells('adviserJoined', second, 2000);

    expect(await meeting.tells('adviserLeft', first, 4000)).toEqual(['Speak', 'Hangup', 'Hangup']);
  });

  it('does not take away one who is back by then', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserJoined', first, 3000);

    expect(await meeting.tells('adviserDropped', first, 2000)).toEqual([]);
    expect(meeting.call.phase).toBe('connected');
  });

  it('does not have the caller talk to one who has come and gone', async () => {
    const meeting = await inMeeting();
    await meeting.tells('adviserLeft', first, 2000);

    expect(await meeting.tells('adviserJoined', first, 1000)).toEqual([]);
    expect(meeting.call.phase).toBe('waiting');
  });
});

describe('a caller whose adviser drops out of the meeting', () => {
  it('hears that the adviser is coming back, and music', async () => {
    const meeting = await withAdviser();

    const waiting = await meeting.tells('adviserDropped', first, 2000);

    expect(waiting).toEqual(['Speak', 'PlayAudio']);
    expect(spokenIn(meeting.call.actions)).toEqual(['One moment, please. Your advisor is coming right back.']);
    expect([meeting.call.phase, meeting.sma.meetings.closed]).toEqual(['rejoining', []]);
  });

  it('talks on as soon as the adviser is back', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);

    expect(await meeting.tells('adviserJoined', first, 3000)).toEqual(['Pause']);
    expect(meeting.call.phase).toBe('connected');
  });

  it('talks on with a colleague who comes instead', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);
    await meeting.tells('adviserJoined', second, 3000);

    expect(await meeting.tells('adviserLeft', first, 4000)).toEqual([]);
    expect(meeting.call.phase).toBe('connected');
  });

  it('is bidden goodbye when nobody is back after half a minute, though their place is there', async () => {
    const meeting = await withAdviser();
    meeting.sma.meetings.present = 2;
    await meeting.tells('adviserDropped', first, 2000);

    expect(typesOf(await meeting.call.succeeds('PlayAudio'))).toEqual(['PlayAudio']);
    expect(typesOf(await meeting.call.succeeds('PlayAudio'))).toEqual(['PlayAudio']);
    expect(typesOf(await meeting.call.succeeds('PlayAudio'))).toEqual(['Speak', 'Hangup', 'Hangup']);
    expect(meeting.sma.meetings.closed).toHaveLength(1);
  });

  it('is offered what the rule has when nobody is back', async () => {
    const meeting = await withAdviser({ service: { afterwards: 'anotherTry' } });
    await meeting.tells('adviserDropped', first, 2000);
    for (const _ of [1, 2]) await meeting.call.succeeds('PlayAudio');

    expect(typesOf(await meeting.call.succeeds('PlayAudio'))).toEqual(['SpeakAndGetDigits']);
  });

  it('waits in silence where there is no music, or none to be had', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);

    expect(typesOf(await meeting.call.fails('InvalidAudioSource', 'PlayAudio'))).toEqual(['Pause']);
    expect(await (await withAdviser({}, {})).tells('adviserDropped', first, 2000)).toEqual(['Speak', 'Pause']);
  });

  it('waits with music though the words cannot be said', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);

    expect(typesOf(await meeting.call.fails('AccessDenied', 'Speak'))).toEqual(['PlayAudio']);
  });

  it('is not kept waiting by an adviser who says that they have left', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);

    expect(await meeting.tells('adviserLeft')).toEqual(['Speak', 'Hangup', 'Hangup']);
  });

  it('is bidden goodbye when the meeting ends meanwhile', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);

    expect(typesOf(await meeting.call.hangsUp('LEG-B'))).toEqual(['Speak', 'Hangup']);
  });

  it('can be transferred meanwhile', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);
    const command = { command: 'transfer', destination: 'contactCenter:support', commandId: 'transfer', valid: true };

    expect(typesOf(await meeting.call.isCommanded(command))).toEqual(['Hangup']);
    expect(uriOf(await meeting.call.hangupSucceeds())).toBe('+12065550150');
  });

  it('is recorded once, however often the adviser drops out', async () => {
    const meeting = await inMeeting({ service: { recording: 'always' } }, { waitingMusic, recordings: 'recordings' });
    const begun = await meeting.tells('adviserJoined', first, 1000);
    await meeting.tells('adviserDropped', first, 2000);
    await meeting.call.succeeds('StartCallRecording');
    const again = await meeting.tells('adviserJoined', first, 3000);

    expect([begun, again]).toEqual([['StartCallRecording'], ['Pause']]);
    expect(JSON.parse(meeting.call.attributes?.['state'] ?? '')).toMatchObject({ recording: 'on' });
  });

  it('leaves no meeting behind when they hang up', async () => {
    const meeting = await withAdviser();
    await meeting.tells('adviserDropped', first, 2000);

    await meeting.call.hangsUp('LEG-A');

    expect(meeting.sma.meetings.closed).toHaveLength(1);
    expect(meeting.sma.logged.join()).not.toContain('callerLeft');
  });
});
