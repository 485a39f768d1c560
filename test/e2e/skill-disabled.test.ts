import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { startAlexa, type Alexa } from '../../infra/local/alexa/service/start-alexa.ts';
import { skillAnswer } from '../../infra/local/cloud/skill-answer.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber] as const;
const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber] as const;

let bank: CloudFixture;
let nextDoor: Alexa;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  bank = await anExampleBank();
  nextDoor = await neighbours(bank);
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: bank.cloud.dynamoDb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: true },
    }),
  );
}, 60_000);
afterAll(async () => {
  client.destroy();
  await nextDoor.close();
  await bank.close();
}, 30_000);
afterEach(async () => {
  await bank.hangUp();
});

/** Another customer of the bank, with an Echo of their own, who talks to the same skill. */
async function neighbours({ cloud }: CloudFixture): Promise<Alexa> {
  const { skill, account } = await exampleBank();
  return startAlexa({
    modelsFolder: skill.modelsFolder,
    locale: skill.locale,
    skillId: skill.id,
    clientId: skill.clientId,
    account: {
      ...account,
      userId: 'amzn1.ask.account.NEXTDOOR',
      customer: { name: 'Ada Jones', mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0166' } },
    },
    invokeSkill: async (envelope) => skillAnswer(await cloud.functions.invoke('skill', envelope)),
    placeCall: () => undefined,
    clock: systemClock,
    timers: systemTimers,
    ids: systemIds,
  });
}

/** Silence after the question, and after it was asked once more. */
async function leaveUnanswered(): Promise<void> {
  await bank.cloud.alexa.keepSilent();
  await bank.cloud.alexa.keepSilent();
}

/** Of all call contexts that the store has. */
async function callersStored(): Promise<string[]> {
  const { Items: items = [] } = await client.send(
    new ScanCommand({ TableName: 'call-contexts', ConsistentRead: true }),
  );
  return items.map(({ callerName }) => String(callerName)).toSorted();
}

describe('a customer who disables the skill', () => {
  it('is forgotten with all that they told it, and nobody else is', async () => {
    await bank.ask(...lostCard, 'no', 'stop');
    await bank.ask(...lostCard);
    await leaveUnanswered();
    await bank.ask(...branchVisit, 'yes');
    for (const utterance of branchVisit) await nextDoor.say(utterance);
    const before = await callersStored();

    const told = await bank.cloud.alexa.skillEvent({ type: 'SkillDisabled' });

    // The calls that nobody said yes to are gone already.
    expect(before).toEqual(['Ada Jones', 'Maria Lopez']);
    expect(told.kind).toBe('delivered');
    expect(await callersStored()).toEqual(['Ada Jones']);
    expect(bank.logged.join('\n')).toMatch(/"skill-event".*"SkillDisabled".*"count":1/);
  });

  it('while their call is on its way reaches whom they asked for, and the agent sees nothing of them', async () => {
    // Whoever comes back has to allow everything once more.
    const { grantedPermissions } = (await exampleBank()).account;
    await bank.cloud.alexa.skillEvent({ type: 'SkillEnabled' });
    await bank.cloud.alexa.skillEvent({ type: 'SkillPermissionAccepted', permissions: grantedPermissions });
    const order = await bank.ordered(...lostCard, 'yes');

    await bank.cloud.alexa.skillEvent({ type: 'SkillDisabled' });
    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null, heard: [true, true] });
    expect(bank.logged.join('\n')).toMatch(/"call-context-refused".*"notFound"/);
    expect(await callersStored()).toEqual(['Ada Jones']);
  });

  it('and the neighbours still get the call that they were asked about', async () => {
    const turn = await nextDoor.say('yes');

    expect(turn.speech).toMatch(/^Calling Example Bank/);
  });
});
