import { voices } from '../../infra/local/cloud/local-cloud.ts';
import { newKeys } from '../../infra/local/cloud/function-environments.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { lostCard, mistakesOf, mortgage } from './faults-fixture.ts';

interface KeysText {
  current: string;
  keys: Record<string, string>;
}

const secret = 'call-command-keys';
let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank((tenant) => ({
    ...tenant,
    contextSigningSecret: 'context-signing-keys',
    callCommandSecret: secret,
  }));
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
beforeEach(() => {
  bank.logged.length = 0;
});
afterEach(async () => {
  bank.cloud.secrets.outage(false);
  await bank.hangUp();
});

async function talking(utterances: readonly string[]): Promise<PhoneCall> {
  const call = await bank.connect(await bank.ordered(...utterances));
  await bank.meets(call);
  return call;
}

const hangUp = () => bank.cloud.operatorConsole.command(bank.transactionId, { command: 'hangUp' });

describe('commands whose keys lie in a secret', () => {
  it('are obeyed, an operator’s as well as the news of an adviser', async () => {
    const call = await talking(mortgage);
    const told = await bank.invoked('CALL_UPDATE_REQUESTED');

    const answer = await hangUp();

    expect([told.actions, answer.kind]).toEqual([['Pause'], 'accepted']);
    expect(await call.ended).toMatchObject({ by: 'remote' });
    expect(bank.logged.join('\n')).not.toMatch(/signing-keys-unavailable|forged|unverifiable/);
  });

  it('are obeyed at once when the keys have been rotated and only the console knows it yet', async () => {
    const call = await talking(lostCard);
    const next = JSON.parse(newKeys(systemIds)) as KeysText;
    bank.cloud.secrets.put(secret, JSON.stringify({ current: 'b', keys: { b: next.keys['a'] } }));
    bank.cloud.functions.reload('console-api');

    const answer = await hangUp();

    expect(answer.kind).toBe('accepted');
    expect(await call.ended).toMatchObject({ by: 'remote' });
  });

  it('are not sent while no function can have the keys, and calls go on', async () => {
    const call = await talking(lostCard);
    bank.cloud.secrets.outage(true);
    bank.cloud.functions.reload('console-api');

    const answer = await hangUp();

    expect(answer).toEqual({ kind: 'refused', status: 503, code: 'commands-unavailable' });
    expect(await call.hears(voices.agent)).toBe(true);
    expect(bank.logged.join('\n')).toMatch(/"signing-keys-unavailable".*"setting":"CALL_COMMAND_SECRET"/);
    expect(mistakesOf(bank)).toEqual([]);
  });
});
