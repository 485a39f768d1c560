import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import { startBaresip, type Baresip } from './support/baresip.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startExampleBank } from './support/example-bank-cloud.ts';
import { startSipp } from './support/sipp.ts';
import { toneIsIn } from './support/tone-files.ts';
import { describeWith } from './support/tools.ts';
import { within } from './support/within.ts';

const support = '+12065550150';
const baresipVoiceHz = 710;
const sippVoiceHz = 520;
const nobodysVoiceHz = 930;
const patienceMs = 10_000;
/** As much as the tone detector needs, several times over. */
const enoughToRecogniseMs = 500;

describeWith(['baresip'], 'baresip as the contact centre', () => {
  const keep = closedAfterEach();

  it('talks with a caller who came by the skill, and gets the context id in one User-to-User header', async () => {
    const desk = keep(await startBaresip({ user: support, voiceHz: baresipVoiceHz }));
    const bank = keep(await startExampleBank({ calls: 'placedByOurEcho', contactCenter: desk.address }));

    await bank.askForSupport();
    const placed = await bank.echoCall();
    const outcome = await within(patienceMs, 'baresip answers', placed.outcome);
    if (outcome.kind !== 'connected') throw new Error(`not connected: ${outcome.because}`);
    const callerHeardBaresip = await within(patienceMs, 'the caller hears baresip', outcome.call.hears(baresipVoiceHz));
    await desk.hasHeard(enoughToRecogniseMs);
    outcome.call.hangUp();
    await bank.cloud.pstnAudio.idle();
    const recording = await desk.recording();

    expect(callerHeardBaresip).toBe(true);
    expect(toneIsIn(recording, voices.caller)).toBe(true);
    expect(toneIsIn(recording, nobodysVoiceHz)).toBe(false);
    expect(userToUserOf(desk)).toEqual([readUserToUser({ 'User-to-User': placed.userToUser })]);
    expect(bank.told).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
  });
});

describeWith(['sipp', 'baresip'], 'two telephones of others', () => {
  const keep = closedAfterEach();

  it('are joined by the skill call: baresip records the tone that sipp streams', async () => {
    const desk = keep(await startBaresip({ user: support, voiceHz: baresipVoiceHz }));
    const bank = keep(await startExampleBank({ calls: 'leftToTheTest', contactCenter: desk.address }));
    await bank.askForSupport();
    const { to, userToUser = '', alexaClientId } = await bank.deviceCall();

    const caller = keep(
      await startSipp({
        scenario: 'uac-skill-call-caller-talks-and-hangs-up',
        target: bank.cloud.pstnAudio.address,
        number: to,
        keys: { user_to_user: userToUser, client_id: alexaClientId },
        voiceHz: sippVoiceHz,
      }),
    );
    await caller.finished;
    await bank.cloud.pstnAudio.idle();
    const recording = await desk.recording();

    expect(toneIsIn(recording, sippVoiceHz)).toBe(true);
    expect(userToUserOf(desk)).toEqual([readUserToUser({ 'User-to-User': userToUser })]);
  });
});

/** What stands in each User-to-User header of the INVITE that came in. */
function userToUserOf(desk: Baresip): ReturnType<typeof readUserToUser>[] {
  const [invite = ''] = desk.requests('INVITE');
  return [...invite.matchAll(/^User-to-User:(.*)$/gim)].map(([, value = '']) =>
    readUserToUser({ 'User-to-User': value.trim() }),
  );
}
