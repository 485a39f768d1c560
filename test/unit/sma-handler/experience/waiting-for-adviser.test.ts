import { CallUnderWay } from '../../../support/call-under-way.ts';
import { typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction, type SmaFunctionFake } from '../../../support/sma-call.ts';

const music = { bucket: 'sounds', key: 'waiting.wav' };

async function inMeeting(
  options: { waitingMusic?: typeof music } = { waitingMusic: music },
): Promise<{ sma: SmaFunctionFake; call: CallUnderWay }> {
  const sma = await smaFunction(
    {
      rules: [
        {
          id: 'advice',
          when: [],
          attempts: [
            { kind: 'meeting', id: 'adviser', timeoutSeconds: 30 },
            { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 },
          ],
        },
      ],
    },
    options,
  );
  const call = new CallUnderWay(sma);
  await call.begins();
  await call.succeeds('JoinChimeMeeting');
  return { sma, call };
}

describe('a caller in a meeting to which an adviser was invited', () => {
  it('hears that somebody is called, and music', async () => {
    const { call, sma } = await inMeeting();

    expect(typesOf(call.actions)).toEqual(['Speak', 'PlayAudio']);
    expect(sma.invitations.sent).toEqual([
      expect.objectContaining({ destinationId: 'adviser', waitsSeconds: 30, meetingId: expect.any(String) }),
    ]);
  });

  it('talks as soon as the adviser says that they are there', async () => {
    const { call } = await inMeeting();

    const stopping = await call.isCommanded({ command: 'adviserJoined', valid: true });

    expect(typesOf(stopping)).toEqual(['Pause']);
    expect(call.phase).toBe('connected');
  });

  it('talks after a round of music when the adviser was there without a word', async () => {
    const { call, sma } = await inMeeting();
    sma.meetings.present = 2;

    await call.succeeds('PlayAudio');

    expect(call.phase).toBe('connected');
  });

  it('hears another round while nobody is there, and reaches the next attempt when the time is up', async () => {
    const { call } = await inMeeting();

    expect(typesOf(await call.succeeds('PlayAudio'))).toEqual(['PlayAudio']);
    expect(typesOf(await call.succeeds('PlayAudio'))).toEqual(['PlayAudio']);
    expect(typesOf(await call.succeeds('PlayAudio'))).toEqual(['Hangup']);
    expect(uriOf(await call.hangupSucceeds())).toBe('+12065550150');
  });

  it('waits in silence where there is no music, or none to be had', async () => {
    const { call } = await inMeeting();

    expect(typesOf(await call.fails('InvalidAudioSource', 'PlayAudio'))).toEqual(['Pause']);
    expect(typesOf((await inMeeting({})).call.actions)).toEqual(['Speak', 'Pause']);
  });

  it('reaches the next attempt at once when nobody could be invited', async () => {
    const { sma, call: _ } = await inMeeting();
    sma.invitations.available = false;
    const call = new CallUnderWay(sma, { transactionId: 'another' });
    await call.begins();

    const leaving = await call.succeeds('JoinChimeMeeting');

    expect(typesOf(leaving)).toEqual(['Hangup']);
    expect(uriOf(await call.hangupSucceeds())).toBe('+12065550150');
  });

  it('reaches the next attempt when the meeting ends under them', async () => {
    const { call } = await inMeeting();

    expect(uriOf(await call.hangsUp('LEG-B'))).toBe('+12065550150');
  });

  it('is bidden goodbye when the adviser leaves first, for the meeting would go on', async () => {
    const { call, sma } = await inMeeting();
    await call.isCommanded({ command: 'adviserJoined', valid: true });

    const goodbye = await call.isCommanded({ command: 'adviserLeft', valid: true, commandId: 'another-one' });

    expect(typesOf(goodbye)).toEqual(['Speak', 'Hangup', 'Hangup']);
    expect(sma.meetings.closed).toHaveLength(1);
  });

  it('is told of one meeting only: late news of another one changes nothing', async () => {
    const { call, sma } = await inMeeting();
    const [{ meetingId } = { meetingId: '' }] = sma.invitations.sent;
    const tell = (command: string, about: string, commandId: string) =>
      call.isCommanded({ command, meetingId: about, commandId, valid: true });

    const late = await tell('adviserJoined', 'another', 'command-1');
    const phases = [call.phase];
    await tell('adviserJoined', meetingId, 'command-2');
    phases.push(call.phase);
    const tooLate = await tell('adviserLeft', 'another', 'command-3');
    const goodbye = await tell('adviserLeft', meetingId, 'command-4');

    expect([late, tooLate].map(typesOf)).toEqual([[], []]);
    expect(phases).toEqual(['waiting', 'connected']);
    expect(typesOf(goodbye)).toEqual(['Speak', 'Hangup', 'Hangup']);
  });

  it('hears the same when the news comes twice, and nothing is refused', async () => {
    const { call, sma } = await inMeeting();
    await call.isCommanded({ command: 'adviserJoined', valid: true });

    const again = await call.isCommanded({ command: 'adviserJoined', valid: true, commandId: 'another-one' });

    expect([typesOf(again), call.phase]).toEqual([[], 'connected']);
    expect(sma.logged.join()).not.toContain('not-now');
  });

  it('leaves no meeting behind when they hang up', async () => {
    const { call, sma } = await inMeeting();

    await call.hangsUp('LEG-A');

    expect(sma.meetings.closed).toHaveLength(1);
  });
});
