import { closedAfterEach } from './support/closed-after-each.ts';
import { startExampleBank, type ExampleBankCloud } from './support/example-bank-cloud.ts';
import { startSipp, type Sipp, type SippOptions } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

const sippVoiceHz = 520;

describeWith(['sipp'], 'a skill call that sipp places', () => {
  const keep = closedAfterEach();

  /** sipp calls as Alexa has ordered. */
  const place = async (bank: ExampleBankCloud, options: Pick<SippOptions, 'scenario' | 'voiceHz'>): Promise<Sipp> => {
    await bank.askForSupport();
    const { to, userToUser = '', alexaClientId } = await bank.deviceCall();
    return keep(
      await startSipp({
        ...options,
        target: bank.cloud.pstnAudio.address,
        number: to,
        keys: { user_to_user: userToUser, client_id: alexaClientId },
      }),
    );
  };

  it('reaches the desk, which knows the caller, hears the tone that sipp streams, and hangs up', async () => {
    const bank = keep(await startExampleBank({ calls: 'leftToTheTest' }));

    const sipp = await place(bank, { scenario: 'uac-skill-call-answered', voiceHz: sippVoiceHz });
    const conversation = await sipp.unlessItFails(bank.conversation());
    const heard = await sipp.unlessItFails(conversation.hears(sippVoiceHz));
    conversation.hangUp();
    await sipp.finished;
    await bank.cloud.pstnAudio.idle();

    expect(conversation.destination).toMatchObject({ kind: 'contactCenter', id: 'support' });
    expect(conversation.contextSeen).toMatchObject({ callerName: 'Maria Lopez', accountId: '12345678' });
    expect(heard).toBe(true);
    expect(bank.told).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });

  it('goes to the nearest open branch when the contact centre is busy, and ends when sipp hangs up', async () => {
    const contactCenter = keep(await startSipp({ scenario: 'uas-busy-486' }));
    const bank = keep(await startExampleBank({ calls: 'leftToTheTest', contactCenter: contactCenter.address }));

    const sipp = await place(bank, { scenario: 'uac-skill-call-caller-hangs-up' });
    const conversation = await sipp.unlessItFails(bank.conversation());
    await Promise.all([contactCenter.finished, sipp.finished]);
    await bank.cloud.pstnAudio.idle();

    expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'seattle-downtown' });
    expect(bank.told.slice(0, 3)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_FAILED CallAndBridge',
      'ACTION_SUCCESSFUL CallAndBridge',
    ]);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });
});
