import { ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createCanary } from '../../infra/aws/canary/canary-handler.ts';
import { longestCallMs } from '../../infra/aws/canary/canary-run.ts';
import { placeCallBy } from '../../infra/aws/canary/place-call.ts';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { startSoftPhone, type RingingCall, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { DynamoDbCallRecordStore } from '../../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const bankNumber = '+14255550100';
const canaryNumber = '+12065550199';
const canaryHost = 'answering-machine.test';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const sipMediaApplicationId = '3f0a7c1e-52d4-4a8b-9c3e-7b1d2f6a9e01';

let machine: SoftPhone;
let bank: CloudFixture;
let voiceApi: ChimeSDKVoiceClient;
let dynamoDb: DynamoDBClient;
beforeAll(async () => {
  machine = await startSoftPhone({
    timers: systemTimers,
    ids: systemIds,
    name: 'Answering machine',
    voiceHz: voices.caller,
  });
  bank = await anExampleBank(withMachine, { hosts: new Map([[canaryHost, machine.address]]) });
  voiceApi = new ChimeSDKVoiceClient({
    endpoint: bank.cloud.voiceApi.endpoint,
    region: 'us-east-1',
    credentials,
  });
  dynamoDb = new DynamoDBClient({ endpoint: bank.cloud.dynamoDb.endpoint, region: 'us-east-1', credentials });
}, 60_000);
afterAll(async () => {
  voiceApi.destroy();
  dynamoDb.destroy();
  await bank.close();
  await machine.close();
}, 30_000);

/** The telephone network knows where the machine stands. */
function withMachine(tenant: Tenant): Tenant {
  const { Pstn, ...config } = tenant.pstnAudio;
  const its = { Prefix: canaryNumber, Host: canaryHost, Port: 5060, Protocol: 'UDP' } as const;
  return { ...tenant, pstnAudio: { ...config, Pstn: { ...Pstn, Routes: [its, ...Pstn.Routes] } } };
}

/** The canary as it is deployed, but that it need not wait in full between one look and the next. */
function aCanary(): { call: () => Promise<string>; written: string[] } {
  const written: string[] = [];
  const log = createLogger({ clock: systemClock, write: () => undefined });
  const handler = createCanary({
    metricsNamespace: 'SkillCallBridge/Canary',
    placeCall: placeCallBy(voiceApi, { sipMediaApplicationId, from: bankNumber }),
    records: new DynamoDbCallRecordStore(DynamoDBDocumentClient.from(dynamoDb), { tableName: 'call-records', log }),
    ownNumber: bankNumber,
    clock: systemClock,
    timers: { ...systemTimers, after: (ms, action) => systemTimers.after(ms / 10, action) },
    log,
    write: (line) => written.push(line),
  });
  return { call: () => handler({ to: canaryNumber }), written };
}

const dialled = (): boolean => bank.invocations.some(({ actions }) => actions.includes('CallAndBridge'));

describe('the canary’s call', () => {
  beforeEach(() => bank.newCall());
  afterEach(() => bank.cloud.pstnAudio.idle());

  it(
    'is answered by a machine that presses nothing, and rings no agent',
    async () => {
      machine.onRing = (ringing: RingingCall) => void ringing.answer();
      const { call, written } = aCanary();

      const result = await call();

      expect(result).toBe('answered');
      expect(dialled()).toBe(false);
      expect(written.map((line) => JSON.parse(line))).toEqual([
        {
          _aws: {
            Timestamp: expect.any(Number),
            CloudWatchMetrics: [
              {
                Namespace: 'SkillCallBridge/Canary',
                Dimensions: [[]],
                Metrics: [
                  { Name: 'Answered', Unit: 'Count' },
                  { Name: 'NotAnswered', Unit: 'Count' },
                ],
              },
            ],
          },
          Answered: 1,
          NotAnswered: 0,
        },
      ]);
    },
    longestCallMs,
  );

  it('is told as not answered when the number is busy', async () => {
    machine.onRing = (ringing: RingingCall) => ringing.decline(486);
    const { call, written } = aCanary();

    const result = await call();

    expect(result).toBe('notAnswered');
    expect(written.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ Answered: 0, NotAnswered: 1 })]);
  });

  it(
    'tells when whoever answers asks to be put through: that number is not one for a canary',
    async () => {
      const answered = new Promise<Awaited<ReturnType<RingingCall['answer']>>>((resolve) => {
        machine.onRing = (ringing: RingingCall) => resolve(ringing.answer());
      });
      const { call } = aCanary();

      const result = call();
      const phone = await answered;
      if (phone !== undefined) {
        await pressWhenAsked(phone, '1');
        await bank.meets(phone);
        phone.hangUp();
      }

      expect(await result).toBe('putThrough');
    },
    longestCallMs,
  );
});
