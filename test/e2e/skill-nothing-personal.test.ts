import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Fault } from '../../infra/local/alexa/api/faults.ts';
import type { EndpointName } from '../../infra/local/alexa/api/endpoint.ts';
import type { LinkedAccount } from '../../infra/local/alexa/api/account.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { leaks, personalData } from '../support/personal-data.ts';

const { callerName, phoneNumber, accountId, words, street, postalCode, accessToken } = personalData;
const account = 'seven seven four zero zero one nine three eight two';
const call = [`ask example bank to call support about ${words}`, account, 'yes'] as const;
const branchVisit = ['ask example bank to connect me to my nearest branch', account] as const;

const mobileNumber = { countryCode: '+1', phoneNumber: '206-555-0147' } as const;
const linked: LinkedAccount = {
  accessToken,
  claims: { sub: 'customer', name: callerName, phone_number: phoneNumber, account_number: accountId },
};
const where = { latitudeInDegrees: 47.620_548_31, longitudeInDegrees: -122.349_286_57, accuracyInMeters: 12 } as const;
const permissions = [
  'alexa::profile:name:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'alexa::devices:all:geolocation:read',
  'alexa::person_id:read',
  'amazon_communication::calling',
] as const;

let bank: CloudFixture;
let stored: string;
const logged: string[] = [];
const said: string[] = [];

/** The customer is theirs, whose data must never leave the store. */
function personal(tenant: Tenant): Tenant {
  const address = { addressLine1: street, city: 'Seattle', stateOrRegion: 'WA', postalCode, countryCode: 'US' };
  const person = { id: 'them', personId: 'amzn1.ask.person.THEM', name: callerName, givenName: callerName };
  return {
    ...tenant,
    account: {
      ...tenant.account,
      customer: { name: callerName, givenName: callerName, mobileNumber },
      device: { ...tenant.account.device, address },
      people: [{ ...person, mobileNumber, accessToken }],
      grantedPermissions: permissions,
    },
  };
}

beforeAll(async () => {
  bank = await anExampleBank(personal, {
    onLog: ({ functionName, line }) => void (functionName === 'skill' && logged.push(line)),
  });
  await conversationsThatGoWell();
  stored = await everythingStored();
  await conversationsThatAmazonFails();
  await conversationsThatTheStoreFails();
  await bank.cloud.alexa.skillEvent({ type: 'SkillAccountLinked', linked });
  await bank.cloud.alexa.skillEvent({ type: 'SkillDisabled' });
}, 90_000);
afterAll(async () => {
  await bank.close();
}, 30_000);

async function says(...utterances: readonly string[]): Promise<void> {
  const { speech } = await bank.ask(...utterances);
  said.push(...speech);
  // Whatever is still open is over before the next one begins.
  await bank.ask('stop');
}

async function conversationsThatGoWell(): Promise<void> {
  const { alexa } = bank.cloud;
  await says(...call);
  await says(call[0], account, 'repeat that', 'gibberish of the kitchen', 'help', 'no');
  await says(call[0], account, `call me back instead`, 'yes');
  await says('open example bank', words, 'banana', account, 'yes');

  alexa.household.geolocation = { coordinate: where };
  alexa.household.speaker = 'them';
  await says(...branchVisit, 'yes');
  alexa.household.geolocation = undefined;
  alexa.household.linked = linked;
  await says(call[0], 'yes');
  alexa.household.speaker = undefined;
  await says(call[0], 'yes');
  alexa.household.linked = undefined;

  alexa.household.allowOnly(['amazon_communication::calling']);
  await says(...branchVisit, 'no');
  await says(...branchVisit, 'yes', 'no', 'nine eight one zero nine', 'yes');
  alexa.household.grant(permissions);
}

/** Of all call contexts, as DynamoDB has them. */
async function everythingStored(): Promise<string> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: bank.cloud.dynamoDb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: { requestTimeout: 5000, throwOnRequestTimeout: true },
    }),
  );
  const { Items: items = [] } = await client.send(new ScanCommand({ TableName: 'call-contexts' }));
  client.destroy();
  return JSON.stringify(items);
}

/** As often as any client tries. */
const everyTry = 6;
const faults: readonly (readonly [EndpointName, Fault])[] = [
  ['profile', 401],
  ['profile', 429],
  ['profile', 500],
  ['profile', 'hang'],
  ['persons', 500],
  ['address', 429],
  ['address', 503],
  ['userInfo', 401],
  ['userInfo', 500],
  ['userInfo', 'hang'],
  ['session', 400],
  ['session', 401],
  ['session', 403],
  ['session', 404],
  ['session', 429],
  ['session', 500],
  ['session', 'hang'],
  ['directives', 500],
];

async function conversationsThatAmazonFails(): Promise<void> {
  const { alexa, voiceApi } = bank.cloud;
  for (const [endpoint, fault] of faults) {
    alexa.household.speaker = endpoint === 'persons' ? 'them' : undefined;
    alexa.household.linked = endpoint === 'userInfo' ? linked : undefined;
    alexa.faults.next(endpoint, fault, everyTry);
    await says(...(endpoint === 'userInfo' ? [call[0], 'yes'] : call), 'no');
    alexa.faults.clear();
  }
  voiceApi.faults.failNext('CreateSipMediaApplicationCall', 'ServiceFailureException', everyTry);
  await says(call[0], account, 'call me back instead', 'yes', 'no');
}

async function conversationsThatTheStoreFails(): Promise<void> {
  const { dynamoDb, functions } = bank.cloud;
  dynamoDb.slow(1200);
  await says(call[0], account);
  dynamoDb.slow(0);
  dynamoDb.outage(true);
  await says(...call);
  dynamoDb.outage(false);
  await bank.ask(call[0], account);
  dynamoDb.throttled(true);
  await says('yes');
  dynamoDb.throttled(false);
  functions.failNext('skill', { kind: 'throw', times: 1 });
  await says(...call);
}

/** What of the person each of these holds. */
const leaksOf = (outputs: readonly string[]): string[] => [...new Set(outputs.flatMap(leaks))];
/** Alexa's ids of users, persons and devices; and bearer tokens, as the local Alexa makes them and as Amazon does. */
const whoAndDoors = /amzn1\.ask\.(?:account|person|device)|[\da-f]{4}-[\da-f]{12}\.[\w-]{32}|Atza|Atzr|eyJ/;
/** Or there would be nothing that was searched. */
const whatIsLogged = [
  'call-requested',
  'call-not-prepared',
  'alexa-name-failed',
  'alexa-mobile-number-failed',
  'alexa-person-mobile-number-failed',
  'alexa-address-failed',
  'linked-profile-token-refused',
  'linked-profile-failed',
  'callback-not-started',
  'call-context-not-written',
  'call-not-ordered',
  'session-ended-by-error',
  'skill-event',
] as const;
const events = (): string[] => [...new Set(logged.flatMap((line) => /"event":"([^"]+)"/.exec(line)?.[1] ?? []))];

describe('nothing personal is told by the skill’s function', () => {
  it('though all of it was told, asked for and stored', () => {
    expect(leaksOf([stored])).toEqual(
      ['callerName', 'phoneNumber', 'accountId', 'words', 'postalCode', 'coordinates'].map((datum) =>
        expect.stringContaining(datum),
      ),
    );
    expect(leaksOf(said)).toEqual([expect.stringContaining('words')]);
  });

  it('in its log, whatever goes well and whatever fails', () => {
    expect(events()).toEqual(expect.arrayContaining([...whatIsLogged]));
    expect(leaksOf(logged)).toEqual([]);
  });

  it('nor who they are to Alexa, nor what opens her doors', () => {
    expect(logged.filter((line) => whoAndDoors.test(line))).toEqual([]);
  });
});
