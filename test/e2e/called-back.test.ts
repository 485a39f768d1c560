import { ChimeSDKVoiceClient, CreateSipMediaApplicationCallCommand } from '@aws-sdk/client-chime-sdk-voice';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { startSoftPhone, type RingingCall, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const bankNumber = '+14255550100';
const callersNumber = '+12065550123';
const callersHost = 'callers-telephone.test';

let telephone: SoftPhone;
let bank: CloudFixture;
let voiceApi: ChimeSDKVoiceClient;
let callersCall: PhoneCall | undefined;
beforeAll(async () => {
  telephone = await startSoftPhone({
    timers: systemTimers,
    ids: systemIds,
    name: 'Telephone of the caller',
    voiceHz: voices.caller,
  });
  bank = await anExampleBank(withCallersTelephone, { hosts: new Map([[callersHost, telephone.address]]) });
  voiceApi = new ChimeSDKVoiceClient({
    endpoint: bank.cloud.voiceApi.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}, 60_000);
afterAll(async () => {
  voiceApi.destroy();
  await bank.close();
  await telephone.close();
}, 30_000);

afterEach(async () => {
  callersCall?.hangUp();
  await bank.cloud.pstnAudio.idle();
});

/** The telephone network knows where the caller lives. */
function withCallersTelephone(tenant: Tenant): Tenant {
  const { Pstn, ...config } = tenant.pstnAudio;
  const theirs = { Prefix: callersNumber, Host: callersHost, Port: 5060, Protocol: 'UDP' } as const;
  return { ...tenant, pstnAudio: { ...config, Pstn: { ...Pstn, Routes: [theirs, ...Pstn.Routes] } } };
}

/** The id of what the skill has stored, as whoever orders the call knows it. */
async function storedContextId(): Promise<string> {
  const order = await bank.ordered(...lostCard);
  const reading = readUserToUser({ 'User-to-User': order?.userToUser ?? '' });
  return reading.kind === 'clientSession' ? reading.clientSessionId : '';
}

/** Orders a call; it rings at the caller's. */
async function callBack(ArgumentsMap: Record<string, string>): Promise<RingingCall> {
  const ringing = new Promise<RingingCall>((resolve) => {
    telephone.onRing = resolve;
  });
  bank.newCall();
  await voiceApi.send(
    new CreateSipMediaApplicationCallCommand({
      SipMediaApplicationId: '3f0a7c1e-52d4-4a8b-9c3e-7b1d2f6a9e01',
      FromPhoneNumber: bankNumber,
      ToPhoneNumber: callersNumber,
      ArgumentsMap,
    }),
  );
  return ringing;
}

async function answered(ringing: RingingCall): Promise<PhoneCall> {
  const call = await ringing.answer();
  if (call === undefined) throw new Error('the bank has given up');
  callersCall = call;
  return call;
}

const dialled = (): boolean => bank.invocations.some(({ actions }) => actions.includes('CallAndBridge'));

describe('a caller who is called back', () => {
  it('presses 1, and talks with an agent who knows why', async () => {
    const call = await answered(await callBack({ callContextId: await storedContextId() }));

    await pressWhenAsked(call, '1');
    const { conversation, heard } = await bank.meets(call);
    call.hangUp();
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(conversation).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { callerName: 'Maria Lopez', accountId: '12345678', reason: 'my lost card' },
    });
    expect(heard).toEqual([true, true]);
    expect(summary).toMatchObject({ entry: 'callback', ruleId: 'lost-cards', ending: 'answered', hungUpBy: 'caller' });
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });

  it('reaches the default, and nothing is known of them, when the id is not one of ours', async () => {
    const id = await storedContextId();
    const forged = `${id.slice(0, -4)}${id.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    const call = await answered(await callBack({ callContextId: forged }));

    await pressWhenAsked(call, '1');
    const { conversation } = await bank.meets(call);

    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
    expect(bank.logged.join('\n')).toMatch(/call-context-refused/);
  });

  it('who does not answer is not connected to anybody', async () => {
    const ringing = await callBack({ callContextId: await storedContextId() });

    ringing.decline(486);
    await bank.cloud.pstnAudio.idle();

    expect(dialled()).toBe(false);
    expect(bank.invocations.map(({ invocationEventType }) => invocationEventType)).toEqual([
      'NEW_OUTBOUND_CALL',
      'RINGING',
      'HANGUP',
    ]);
  });

  it('whose voicemail answers is not connected to anybody: it presses nothing', async () => {
    const call = await answered(await callBack({ callContextId: await storedContextId() }));

    await call.ended;
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(dialled()).toBe(false);
    expect(summary).toMatchObject({ ending: 'callbackDeclined', attempts: [] });
  }, 60_000);
});
