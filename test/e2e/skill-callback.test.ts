import { startCallersTelephone, type CallersTelephone } from '../support/callers-telephone.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber] as const;
const theContext = { callerName: 'Maria Lopez', accountId: '12345678', reason: 'my lost card' };

let telephone: CallersTelephone;
let bank: CloudFixture;
beforeAll(async () => {
  telephone = await startCallersTelephone('+12065550123');
  bank = await anExampleBank(telephone.reachable, { hosts: telephone.hosts });
}, 60_000);
afterAll(async () => {
  await bank.close();
  await telephone.close();
}, 30_000);
beforeEach(() => bank.newCall());
afterEach(async () => {
  telephone.hangUp();
  await bank.cloud.pstnAudio.idle();
});

const isAnybodyDialled = (): boolean => bank.invocations.some(({ actions }) => actions.includes('CallAndBridge'));

describe('a caller who wants to be called back', () => {
  it('hears which phone is going to ring; it does, and 1 brings an agent who knows why', async () => {
    const { speech, order } = await bank.ask(...lostCard, 'call me back instead', 'yes');
    const call = await telephone.answers();
    await pressWhenAsked(call, '1');
    const { conversation, heard } = await bank.meets(call);
    telephone.hangUp();
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(speech[2]).toMatch(/call your phone, the number ending in 23,.*lost or stolen card.*\?$/);
    expect(speech[3]).toMatch(/about to ring.*press 1/);
    expect(order).toBeUndefined();
    expect(conversation).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: theContext,
    });
    expect(heard).toEqual([true, true]);
    expect(summary).toMatchObject({ entry: 'callback', ruleId: 'lost-cards', ending: 'answered' });
  });

  it('may say so in the first breath', async () => {
    const { speech } = await bank.ask(
      'ask example bank to have someone call me back about my bill',
      accountNumber,
      'yes',
    );
    const call = await telephone.answers();
    await pressWhenAsked(call, '1');
    const { conversation } = await bank.meets(call);

    expect(speech.at(-1)).toMatch(/about to ring/);
    expect(conversation.contextSeen).toMatchObject({ reason: 'my bill' });
  });

  it('is offered it where the device cannot call', async () => {
    bank.cloud.alexa.faults.next('session', 404);

    const { speech, order } = await bank.ask(...lostCard, 'yes', 'yes');
    const call = await telephone.answers();
    await pressWhenAsked(call, '1');
    const { conversation } = await bank.meets(call);

    expect(order).toBeUndefined();
    expect(speech[2]).toMatch(/North America.*call your phone instead\?$/);
    expect(conversation.contextSeen).toEqual(theContext);
  });

  it('and does not answer is connected to nobody', async () => {
    await bank.ask(...lostCard, 'call me back instead', 'yes');
    const ringing = await telephone.rings();

    ringing.decline(486);
    await bank.cloud.pstnAudio.idle();

    expect(bank.invocations.map(({ invocationEventType }) => invocationEventType)).toContain('HANGUP');
    expect(isAnybodyDialled()).toBe(false);
  });

  it('and whose voicemail answers is connected to nobody: it presses nothing', async () => {
    await bank.ask(...lostCard, 'call me back instead', 'yes');
    const call = await telephone.answers();

    await call.ended;
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(isAnybodyDialled()).toBe(false);
    expect(summary).toMatchObject({ ending: 'callbackDeclined', attempts: [] });
  }, 40_000);

  it('is told that it cannot be done when PSTN Audio takes no more calls', async () => {
    bank.cloud.voiceApi.faults.failNext('CreateSipMediaApplicationCall', 'ThrottledClientException');

    const { speech } = await bank.ask(...lostCard, 'call me back instead', 'yes');

    expect(speech.at(-1)).toMatch(/many calls right now.*\?$/);
    expect(bank.invocations).toEqual([]);
    await bank.ask('stop');
  });
});
