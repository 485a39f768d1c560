import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { startSoftPhone, type SoftPhone, type SoftPhoneOptions } from '../../infra/local/phone/soft-phone.ts';
import {
  actions,
  bobAnswers,
  dialIn,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  voices,
} from '../support/pstn-audio-fixture.ts';

const start = pstnAudioForEachTest();
let phones: SoftPhone[] = [];
afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
  phones = [];
});

async function phoneThatSpeaks(codecs: NonNullable<SoftPhoneOptions['codecs']>, voiceHz: number): Promise<SoftPhone> {
  const phone = await startSoftPhone({ timers: systemTimers, ids: systemIds, name: 'Phone', voiceHz, codecs });
  phones.push(phone);
  return phone;
}

describe('a bridge between telephones of different codecs', () => {
  it('lets A-law and µ-law hear each other, and their keys', async () => {
    const alice = await phoneThatSpeaks(['PCMA'], voices.alice);
    const bob = await phoneThatSpeaks(['PCMU'], voices.bob);
    const line = await start(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToBob) : respond(),
      ),
      { hosts: new Map([['bob.test', bob.address]]) },
    );
    const answered = bobAnswers({ ...line, bob });

    const dialled = await alice.dial({
      target: line.service.address,
      requestUri: `sip:${dialIn}@${line.service.address.host}`,
      from: 'sip:+12065550123@alice.test',
    });
    const [outcome, { call: bobs }] = await Promise.all([dialled.outcome, answered]);
    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
    const { call: alices } = outcome;

    expect(await Promise.all([alices.hears(voices.bob), bobs.hears(voices.alice)])).toEqual([true, true]);
    await alices.press('17#', { toneMilliseconds: 60, gapMilliseconds: 40 });
    expect(await bobs.hearsKeys('17#')).toBe(true);
    expect([alices.packetsLost, bobs.packetsLost]).toEqual([0, 0]);
  });
});
