import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import type { AttemptRule } from '../../../shared/domain/routing/table.ts';
import { encodeUserToUser } from '../../../shared/contracts/user-to-user.ts';
import { CallUnderWay } from '../../support/call-under-way.ts';
import { OverheardFunction, quotingError } from '../../support/overheard-function.ts';
import { leaks, personalContext, personalData } from '../../support/personal-data.ts';
import { contextExpiresAt } from '../../support/call-context-builder.ts';
import { branchOf, routingTableOf, type TableChanges } from '../../support/routing-table-builder.ts';
import { clientId, skillCallHeaders } from '../../support/sma-call.ts';
import { callerLeg } from '../../support/sma-event-builder.ts';

const { callerName, phoneNumber, digits, words, street } = personalData;
/** Shows their number, and their name in a header. */
const caller = { ...callerLeg, From: phoneNumber };
const identity = { 'P-Asserted-Identity': `"${callerName}" <sip:${phoneNumber}@example.com>` };
/** What PSTN Audio may say of a failure. */
const quoted = { ErrorMessage: `${callerName}, ${phoneNumber}, of ${street}: "${words}"` };

const desk = { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 } as const;
const everything: TableChanges = {
  lookUps: [{ id: 'directory', url: 'https://directory.example-bank.test/route' }],
  branches: [branchOf({ id: 'downtown' })],
};

function followed(...attempts: AttemptRule[]): TableChanges {
  return {
    ...everything,
    rules: [
      {
        id: 'all',
        when: [],
        attempts,
        service: { recording: 'ask', afterwards: 'survey', keys: { '1': 'nextPerson', '4': 'pauseRecording' } },
      },
    ],
  };
}

async function overheard(
  table: TableChanges,
): Promise<{ sma: OverheardFunction; id: CallContextId; call: CallUnderWay }> {
  const sma = new OverheardFunction({
    voicemailBucket: 'voicemail-of-example-bank',
    recordings: 'recordings-of-example-bank',
    waitingMusic: { bucket: 'sounds', key: 'waiting.wav' },
  });
  sma.meetings.open = ({ requestToken }) =>
    Promise.resolve({
      meetingId: `meeting-${requestToken}`,
      attendeeId: 'attendee',
      joinToken: personalData.joinToken,
    });
  await sma.publish(routingTableOf(table));
  const id = sma.contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
  await sma.contexts.put(personalContext({ id }));
  return { sma, id, call: new CallUnderWay(sma, { caller }) };
}

type Call = Awaited<ReturnType<typeof overheard>>;

const begins = ({ call, id }: Call): Promise<unknown> => call.begins({ ...skillCallHeaders(id), ...identity });
const ends = async ({ call }: Call): Promise<void> => {
  await call.hangsUp('LEG-B');
  await call.presses(digits);
  await call.hangsUp('LEG-A');
};

const stories: { story: string; table: TableChanges; happens: (call: Call) => Promise<unknown> }[] = [
  {
    story: 'a skill call that is talked over, recorded and marked',
    table: followed(desk, { kind: 'branch', id: 'downtown', timeoutSeconds: 20 }),
    happens: async (given) => {
      const { call } = given;
      await begins(given);
      await call.presses('1');
      await call.fails('InvalidActionParameter', 'CallAndBridge', quoted);
      await call.fails('CallNotAnswered', 'CallAndBridge', quoted);
      await call.succeeds('CallAndBridge');
      await call.pressesWhileTalking(digits);
      await call.pressesWhileTalking('*4');
      await call.fails('SystemException', 'ReceiveDigits', quoted);
      await ends(given);
    },
  },
  {
    story: 'a menu',
    table: { ...everything, rules: [{ id: 'b', when: [{ kind: 'reason', anyOf: ['billing'] }], attempts: [desk] }] },
    happens: async (given) => {
      const call = new CallUnderWay(given.sma, { caller: { ...caller, From: '+12065550158' } });
      await call.begins(identity);
      await call.presses(digits);
      await call.succeeds('CallAndBridge');
      await call.hangsUp('LEG-A');
    },
  },
  {
    story: 'a caller who is known by their number',
    table: followed(desk),
    happens: async (given) => {
      await given.call.begins(identity);
      await given.call.presses();
      await given.call.succeeds('CallAndBridge');
      await ends(given);
    },
  },
  {
    story: 'a callback',
    table: followed(desk),
    happens: async (given) => {
      await given.call.isPlaced({ callContextId: given.id });
      await given.call.isAnswered();
      await given.call.presses('1');
      await given.call.presses('2');
      await given.call.succeeds('CallAndBridge');
      await ends(given);
    },
  },
  {
    story: 'a callback that was ordered with a number in place of an id',
    table: followed(desk),
    happens: async ({ call }) => {
      await call.isPlaced({ callContextId: phoneNumber, callerName });
      await call.isAnswered();
      await call.hangsUp('LEG-A');
    },
  },
  {
    story: 'a skill call with a name in place of an id',
    table: followed(desk),
    happens: async (given) => {
      const userToUser = encodeUserToUser(callerName.normalize('NFD').replaceAll(/[^ -~]/g, ''));
      await given.call.begins({ 'User-to-User': userToUser, 'X-Alexa-LWA-ClientId': clientId });
      await given.call.succeeds('CallAndBridge');
      await ends(given);
    },
  },
  {
    story: 'a meeting',
    table: followed({ kind: 'meeting', id: 'adviser', timeoutSeconds: 20 }, desk),
    happens: async (given) => {
      const { call } = given;
      await begins(given);
      await call.presses('2');
      await call.succeeds('JoinChimeMeeting');
      await call.succeeds('PlayAudio');
      await call.isCommanded({ command: 'adviserJoined', valid: true });
      await call.isCommanded({ command: 'mute', valid: true, commandId: 'other' });
      await ends(given);
    },
  },
  {
    story: 'a voicemail',
    table: followed({ kind: 'voicemail', id: 'mailbox', words: { default: 'Leave a message.' }, maximumSeconds: 60 }),
    happens: async (given) => {
      await begins(given);
      await given.call.presses('2');
      await given.call.succeeds('RecordAudio', {
        RecordingDestination: { BucketName: 'voicemail-of-example-bank', Key: 'voicemail/mailbox/1.wav' },
      });
      await given.call.hangsUp('LEG-A');
    },
  },
  {
    story: 'a transfer, and commands that nobody signed',
    table: followed(desk),
    happens: async (given) => {
      const { call } = given;
      await begins(given);
      await call.presses('2');
      await call.succeeds('CallAndBridge');
      await call.isCommanded({ command: callerName, destination: phoneNumber, because: words });
      await call.isCommanded({ command: 'transfer', destination: 'branch:downtown', valid: true });
      await call.hangupSucceeds();
      await call.succeeds('CallAndBridge');
      await ends(given);
    },
  },
  {
    story: 'a look-up',
    table: followed({ kind: 'lookUp', id: 'directory', timeoutSeconds: 20 }),
    happens: async (given) => {
      given.sma.lookUps.answer = { kind: 'named', destination: { kind: 'branch', id: 'downtown' } };
      await begins(given);
      await given.call.presses('2');
      await given.call.isRefused();
      await given.call.hangsUp('LEG-A');
    },
  },
];

describe('what the function tells others of a call', () => {
  it.each(stories)('has nothing personal in it after $story', async ({ table, happens }) => {
    const given = await overheard(table);

    await happens(given);

    expect(leaks(JSON.stringify(given.sma.told))).not.toEqual([]);
    expect(given.sma.output).toContain('"phase":"ended"');
    expect(leaks(given.sma.output)).toEqual([]);
  });

  it('has nothing personal in it of what is no event', async () => {
    const { sma } = await overheard(everything);

    await sma.handle({ ...personalData, CallDetails: { Participants: [caller, callerName] } });
    await sma.handle(callerName);

    expect(sma.output).toContain('event-unreadable');
    expect(leaks(sma.output)).toEqual([]);
  });
});

describe('what the function tells others of a failure', () => {
  const fails = (): Promise<never> => Promise.reject(quotingError());
  const throws = (): never => {
    throw quotingError();
  };
  const faults: { what: string; logs: string; breaks: (sma: OverheardFunction) => void }[] = [
    { what: 'contexts', logs: 'context-unavailable', breaks: (sma) => void (sma.contexts.claim = fails) },
    { what: 'callers', logs: 'recent-context-unavailable', breaks: (sma) => void (sma.contexts.recent = fails) },
    { what: 'receipts', logs: 'receipt-unavailable', breaks: (sma) => void (sma.contexts.deliveries = fails) },
    { what: 'tables', logs: 'table-unusable', breaks: (sma) => void (sma.tables.load = fails) },
    {
      what: 'table versions',
      logs: 'table-version-unavailable',
      breaks: (sma) => void (sma.tables.currentVersion = fails),
    },
    { what: 'records', logs: 'records-not-written', breaks: (sma) => void (sma.callRecords.put = fails) },
    { what: 'meetings', logs: 'meeting-unavailable', breaks: (sma) => void (sma.meetings.open = fails) },
    { what: 'attendees', logs: 'meeting-unavailable', breaks: (sma) => void (sma.meetings.attendees = fails) },
    { what: 'invitations', logs: 'invitation-failed', breaks: (sma) => void (sma.invitations.invite = fails) },
    { what: 'look-ups', logs: 'look-up-exception', breaks: (sma) => void (sma.lookUps.ask = fails) },
    { what: 'keys', logs: 'unexpected-exception', breaks: (sma) => void (sma.contextIds.check = throws) },
    { what: 'metrics', logs: 'unexpected-exception', breaks: (sma) => void (sma.metrics.add = throws) },
    { what: 'traces', logs: 'unexpected-exception', breaks: (sma) => void (sma.traces.annotate = fails) },
  ];

  it.each(faults)('of $what has nothing personal in it, though the error quotes it', async ({ logs, breaks }) => {
    const given = await overheard(
      followed(
        { kind: 'lookUp', id: 'directory', timeoutSeconds: 20 },
        { kind: 'meeting', id: 'adviser', timeoutSeconds: 10 },
        desk,
      ),
    );
    const { sma, call } = given;
    breaks(sma);

    await begins(given);
    await call.presses('2');
    await call.succeeds('JoinChimeMeeting');
    await call.succeeds('PlayAudio');
    await call.hangupSucceeds();
    await call.succeeds('CallAndBridge');
    await ends(given);
    await new CallUnderWay(sma, { caller, transactionId: 'a-call-without-headers' }).begins();

    expect(sma.output).toContain(logs);
    expect(leaks(sma.output)).toEqual([]);
  });

  it('would be found in it: the errors do quote personal data', () => {
    const { message, cause } = quotingError();

    expect(leaks(`${message} ${(cause as Error).message}`).length).toBeGreaterThan(3);
  });
});
