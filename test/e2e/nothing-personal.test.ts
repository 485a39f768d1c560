import type { DeviceCall } from '../../infra/local/alexa/service/device-call.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import type { SipTrace } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { leaks, personalData } from '../support/personal-data.ts';
import { readingsTable, type ReadingsTable } from './readings-fixture.ts';

const accountNumber = 'seven seven four zero zero one nine three eight two';
/** Somebody who has dialled the bank's number by hand, and says of themselves what PSTN Audio tells of everybody. */
const dialledByHand: DeviceCall = {
  from: personalData.phoneNumber,
  to: '+14255550100',
  userToUser: '00;encoding=hex',
  alexaClientId: 'amzn1.application-oa2-client.ffffffffffffffffffffffffffffffff',
  deviceId: 'amzn1.ask.device.NOBODYS',
  sessionId: 'none',
};

let table: ReadingsTable;
let bank: CloudFixture;
const traces: InvocationTrace[] = [];
const sip: SipTrace[] = [];
const calledOut = new Set<string>();
/** What has to be true of the stories, or nothing would have been searched. */
const seen: unknown[] = [];

/** The account is theirs, whose data must never leave the store. */
function personal(tenant: Tenant): Tenant {
  const { account } = tenant;
  const { callerName, street, postalCode } = personalData;
  return {
    ...tenant,
    routingTable: { ...tenant.routingTable, file: table.file },
    account: {
      ...account,
      customer: {
        name: callerName,
        givenName: callerName,
        mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0147' },
      },
      device: {
        ...account.device,
        address: { addressLine1: street, city: 'Seattle', stateOrRegion: 'WA', postalCode, countryCode: 'US' },
      },
    },
  };
}

beforeAll(async () => {
  table = await readingsTable();
  bank = await anExampleBank(personal, {
    observer: {
      onInvocation: (trace) => void traces.push(trace),
      onSip: (trace) => void sip.push(trace),
      onInvite: ({ sipCallId }) => void calledOut.add(sipCallId),
    },
  });
  await aCallByMenu();
  await aSkillCall();
  await aCallThatFails();
}, 90_000);
afterAll(async () => {
  await bank.close();
  await table.remove();
}, 30_000);

async function aCallByMenu(): Promise<void> {
  const call = await bank.connect(dialledByHand);
  await call.hearsSound();
  await call.hearsSilence();
  await call.press('3');
  const { conversation } = await bank.meets(call);
  await bank.hangUp();
  seen.push(conversation.destination.kind);
}

async function aSkillCall(): Promise<void> {
  const order = await bank.ordered('ask example bank to call support about my lost card', accountNumber, 'yes');
  const call = await bank.connect(order, {
    'P-Asserted-Identity': `"${personalData.callerName}" <sip:${personalData.phoneNumber}@echo.test>`,
  });
  const { conversation } = await bank.meets(call);
  await bank.hangUp();
  seen.push(conversation.contextSeen);
}

/** The first branch is left by a key, the second is busy. */
async function aCallThatFails(): Promise<void> {
  bank.cloud.branches.behave('spokane', 'busy');
  const order = await bank.ordered('ask example bank to call support about my bill', accountNumber, 'yes');
  const call = await bank.connect(order);
  const { conversation } = await bank.meets(call);
  await call.press(personalData.digits);
  await call.press(',,,*1');
  const end = await call.ended;
  await bank.cloud.pstnAudio.idle();
  seen.push(conversation.destination.id, end.by);
}

/** What of the person each of these holds. */
const leaksOf = (outputs: readonly string[]): string[] => [...new Set(outputs.flatMap(leaks))];

describe('nothing personal is told of a skill call, a call by menu and a call that fails', () => {
  it('though all of it was known, and shown to the agent', () => {
    const { callerName } = personalData;

    expect(seen).toMatchObject([expect.any(String), { callerName, accountId: '7740019382' }, 'tacoma', 'remote']);
    // The caller's own telephone says who calls.
    expect(leaksOf(sip.map(({ message }) => message))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^phoneNumber/), expect.stringMatching(/^callerName/)]),
    );
  });

  it('in the functions’ logs and metrics', () => {
    const { logged } = bank;

    expect(logged.filter((line) => line.includes('"invocation-answered"')).length).toBeGreaterThan(8);
    expect(logged.filter((line) => line.includes('"_aws"')).length).toBeGreaterThan(8);
    expect(leaksOf(logged)).toEqual([]);
  });

  it('in the records, as the console shows them', async () => {
    const transactions = [...new Set(traces.map(({ transactionId }) => transactionId))];
    const { operatorConsole } = bank.cloud;

    const records = await Promise.all(
      transactions.map(async (id) => (await operatorConsole.ask(`/calls/${id}`)).text()),
    );

    expect(records.map((text) => text.includes('"summary"'))).toEqual([true, true, true]);
    expect(leaksOf(records)).toEqual([]);
  });

  it('in the messages to the contact centre and the branches', () => {
    const messages = sip.map(({ message }) => message).filter((message) => calledOut.has(callIdOf(message)));

    expect(messages.filter((message) => message.startsWith('INVITE ')).length).toBeGreaterThanOrEqual(4);
    expect(messages.some((message) => /^User-to-User: [0-9a-f]+;encoding=hex/im.test(message))).toBe(true);
    expect(leaksOf(messages)).toEqual([]);
  });

  it('in the TransactionAttributes of any event or answer', () => {
    const attributes = traces.flatMap(({ event, response }) => [
      JSON.stringify((event as Attributed).CallDetails?.TransactionAttributes ?? {}),
      JSON.stringify((response as Attributed | undefined)?.TransactionAttributes ?? {}),
    ]);

    expect(attributes.filter((text) => text.length > 2).length).toBeGreaterThan(8);
    expect(leaksOf(attributes)).toEqual([]);
  });

  it('in any answer of the function', () => {
    const answers = traces.map(({ response }) => JSON.stringify(response ?? {}));

    expect(leaksOf(answers)).toEqual([]);
  });
});

interface Attributed {
  readonly TransactionAttributes?: object;
  readonly CallDetails?: { readonly TransactionAttributes?: object };
}

const callIdOf = (message: string): string => /^(?:Call-ID|i)[ \t]*:[ \t]*(\S+)/im.exec(message)?.[1] ?? '';
