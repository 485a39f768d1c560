import { ChimeSDKVoiceClient, UpdateSipMediaApplicationCallCommand } from '@aws-sdk/client-chime-sdk-voice';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;
const sipMediaApplicationId = '3f0a7c1e-52d4-4a8b-9c3e-7b1d2f6a9e01';

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank();
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

/** A caller who talks with an agent, or an adviser. */
async function talking(utterances: readonly string[]): Promise<PhoneCall> {
  const order = await bank.ordered(...utterances);
  const call = await bank.connect(order);
  await bank.meets(call);
  return call;
}

const hangUp = { command: 'hangUp' } as const;
const transfer = (destination: string) => ({ command: 'transfer', destination }) as const;

describe('an operator', () => {
  it('transfers a caller to a branch of the table: the agent is hung up, the branch answers', async () => {
    const call = await talking(lostCard);

    const answer = await bank.cloud.operatorConsole.command(bank.transactionId, transfer('branch:bellevue'));
    const { conversation, heard } = await bank.meets(call);

    expect(answer.kind).toBe('accepted');
    expect(conversation).toMatchObject({ destination: { kind: 'branch', id: 'bellevue' }, voiceHz: voices.branch });
    expect(heard).toEqual([true, true]);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(2);
  });

  it('cannot have anybody dialled whom the table does not name: the conversation goes on', async () => {
    const call = await talking(lostCard);

    const answer = await bank.cloud.operatorConsole.command(bank.transactionId, transfer('branch:atlantis'));
    const { actions } = await bank.invoked('CALL_UPDATE_REQUESTED');

    expect([answer.kind, actions]).toEqual(['accepted', []]);
    expect(await call.hears(voices.agent)).toBe(true);
  });

  it('hangs up both sides of a call, which then is over', async () => {
    const call = await talking(lostCard);
    const { transactionId } = bank;

    const answer = await bank.cloud.operatorConsole.command(transactionId, hangUp);
    await call.ended;
    await bank.cloud.pstnAudio.idle();
    const again = await bank.cloud.operatorConsole.command(transactionId, hangUp);
    const records = await (await bank.cloud.operatorConsole.ask(`/calls/${transactionId}`)).text();

    expect(answer.kind).toBe('accepted');
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
    expect(JSON.parse(records)).toMatchObject({ transactionId, summary: { answeredBy: 'contactCenter:support' } });
    expect(records).toContain('"command":"hangUp"');
    expect(again).toEqual({ kind: 'refused', status: 409, code: 'call-ended' });
  });

  it('mutes the caller in a meeting, and lets them speak again', async () => {
    await talking(mortgage);

    await bank.cloud.operatorConsole.command(bank.transactionId, { command: 'mute' });
    const muted = await bank.invoked('ACTION_SUCCESSFUL', 'ModifyChimeMeetingAttendees');
    bank.forget();
    await bank.cloud.operatorConsole.command(bank.transactionId, { command: 'unmute' });
    const unmuted = await bank.invoked('ACTION_SUCCESSFUL', 'ModifyChimeMeetingAttendees');

    expect([muted, unmuted].map(({ event }) => JSON.stringify(event).match(/"Operation":"(\w+)"/)?.[1])).toEqual([
      'Mute',
      'Unmute',
    ]);
  });

  it('hears which call there is not', async () => {
    const answer = await bank.cloud.operatorConsole.command('00000000-0000-4000-8000-999999999999', hangUp);

    expect(answer).toEqual({ kind: 'refused', status: 404, code: 'call-not-found' });
  });
});

describe('a call is commanded by nobody else', () => {
  it('who has a token for reading contexts only', async () => {
    await talking(lostCard);

    const answer = await bank.cloud.crmConsole.command(bank.transactionId, hangUp);

    expect(answer).toMatchObject({ kind: 'refused', status: 403 });
    expect(bank.invocations.map(({ invocationEventType }) => invocationEventType)).not.toContain(
      'CALL_UPDATE_REQUESTED',
    );
  });

  it('who may ask PSTN Audio itself, without our keys', async () => {
    const call = await talking(lostCard);
    const client = new ChimeSDKVoiceClient({
      endpoint: bank.cloud.voiceApi.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });

    await client.send(
      new UpdateSipMediaApplicationCallCommand({
        SipMediaApplicationId: sipMediaApplicationId,
        TransactionId: bank.transactionId,
        Arguments: {
          command: 'transfer',
          destination: 'branch:bellevue',
          commandId: 'command-1',
          issuedAt: String(Date.parse('2026-11-18T15:00:00Z')),
          signature: 'a.AAAA',
        },
      }),
    );
    const { actions } = await bank.invoked('CALL_UPDATE_REQUESTED');

    expect(actions).toEqual([]);
    expect(await call.hears(voices.agent)).toBe(true);
    expect(bank.logged.join('\n')).toMatch(/forged/);
  });
});

describe('an operator whose command does not get through', () => {
  it.each([
    { fault: 'ThrottledClientException', status: 429, code: 'commands-throttled' },
    { fault: 'ServiceUnavailableException', status: 503, code: 'commands-unavailable' },
  ] as const)('is told to try again: $fault', async ({ fault, status, code }) => {
    const call = await talking(lostCard);
    bank.cloud.voiceApi.faults.failNext('UpdateSipMediaApplicationCall', fault, 2);

    const answer = await bank.cloud.operatorConsole.command(bank.transactionId, hangUp);

    expect(answer).toEqual({ kind: 'refused', status, code });
    expect(await call.hears(voices.agent)).toBe(true);
  });

  it('gets it through although the records cannot be read', async () => {
    const call = await talking(lostCard);
    bank.cloud.dynamoDb.outage(true);

    const answer = await bank.cloud.operatorConsole.command(bank.transactionId, hangUp);
    bank.cloud.dynamoDb.outage(false);
    await call.ended;

    expect(answer.kind).toBe('accepted');
  });
});
