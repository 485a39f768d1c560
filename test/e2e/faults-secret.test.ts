import type { LocalSecrets } from '../../infra/local/secrets/secrets.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { framesHeard } from '../support/questions.ts';
import { isAccountedFor, lostCard, mistakesOf, rulesUsed } from './faults-fixture.ts';

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank((tenant) => ({ ...tenant, contextSigningSecret: 'context-signing-keys' }));
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
beforeEach(() => {
  bank.logged.length = 0;
});
afterEach(async () => {
  await bank.hangUp();
});

/** Longer than a function without keys leaves Secrets Manager alone after it has failed, in frames of 20 ms. */
const framesOfSixSeconds = 300;

const faults: readonly { called: string; set: (secrets: LocalSecrets, on: boolean) => void }[] = [
  { called: 'is down', set: (secrets, on) => secrets.outage(on) },
  { called: 'answers after three seconds', set: (secrets, on) => secrets.slow(on ? 3000 : 0) },
  {
    called: 'throttles',
    // The function asks twice while it starts, and twice for the caller if five seconds have passed by then.
    set: (secrets, on) => (on ? secrets.faults.failNext('GetSecretValue', 'ThrottlingException', 2) : undefined),
  },
];

describe('keys that lie in a secret', () => {
  it('are at hand in the first call of a function', async () => {
    const order = await bank.ordered(...lostCard);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ contextSeen: { callerName: 'Maria Lopez' }, heard: [true, true] });
    expect(bank.logged.filter((line) => line.includes('signing-keys-unavailable'))).toEqual([]);
  });

  it.each(faults)(
    'are done without when Secrets Manager $called: the caller is asked why they call, and the next one is known again',
    async ({ set }) => {
      const { secrets } = bank.cloud;
      const [first, second] = [await bank.ordered(...lostCard), await bank.ordered(...lostCard)];
      set(secrets, true);
      bank.cloud.functions.reload('sma');

      // By this number nobody has made a context.
      const call = await bank.connect(first && { ...first, from: '+12065550198' });
      set(secrets, false);
      await call.hearsSound();
      await call.hearsSilence();
      await call.press('2');
      const { conversation, heard } = await bank.meets(call);
      await framesHeard(call, framesOfSixSeconds);
      await bank.hangUp();
      const refused = bank.logged.filter((line) => line.includes('id-unverifiable'));
      const accountedFor = await isAccountedFor(bank);
      const next = await bank.talk(second);

      expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
      expect([heard, refused.length, accountedFor]).toEqual([[true, true], 1, true]);
      expect(next).toMatchObject({ contextSeen: { callerName: 'Maria Lopez' }, heard: [true, true] });
      expect(rulesUsed(bank).at(-1)).toBe('lost-cards');
      expect([mistakesOf(bank), bank.cloud.pstnAudio.connectedLegs]).toEqual([[], 0]);
    },
    40_000,
  );

  it('are not needed for a caller whose number the context was made for', async () => {
    const order = await bank.ordered(...lostCard);
    bank.cloud.secrets.outage(true);
    bank.cloud.functions.reload('sma');

    const talk = await bank.talk(order);
    bank.cloud.secrets.outage(false);

    expect(talk.destination).toMatchObject({ kind: 'contactCenter', id: 'support' });
    expect(rulesUsed(bank)).toEqual(['lost-cards']);
    expect([mistakesOf(bank), talk.heard]).toEqual([[], [true, true]]);
  }, 30_000);
});
