import type { LocalDynamoDb } from '../../infra/local/dynamodb/dynamodb.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { branchVisit, isAccountedFor, lostCard, mistakesOf, recordsOf, rulesUsed } from './faults-fixture.ts';

export interface DynamoDbFault {
  readonly called: string;
  set(dynamoDb: LocalDynamoDb, on: boolean): void;
}

/** The function was asked once for everything: it answered in time, whatever DynamoDB did. */
const answeredAtOnce = (bank: CloudFixture): boolean => bank.invocations.every(({ deliveries }) => deliveries === 1);

/** What becomes of calls while DynamoDB is like that, at each moment of a call. */
export function tellDynamoDbStories(faults: readonly DynamoDbFault[]): void {
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

  describe.each(faults)('when DynamoDB is $called', (fault) => {
    const setTo = (on: boolean): void => fault.set(bank.cloud.dynamoDb, on);
    afterEach(async () => {
      setTo(false);
      bank.cloud.branches.behave('seattle-downtown', 'answer');
      await bank.hangUp();
    });

    it('before the call, a function that has just started connects the caller to somebody', async () => {
      const order = await bank.ordered(...lostCard);
      bank.cloud.functions.reload('sma');
      setTo(true);

      const talk = await bank.talk(order);
      setTo(false);

      expect(talk).toMatchObject({ destination: { kind: 'contactCenter', id: 'support' }, heard: [true, true] });
      expect([answeredAtOnce(bank), mistakesOf(bank), await isAccountedFor(bank)]).toEqual([true, [], true]);
    }, 30_000);

    it('before the call, a function that knows its table goes by the reason in the context’s id', async () => {
      await bank.talk(await bank.ordered(...branchVisit));
      const order = await bank.ordered(...lostCard);
      setTo(true);

      const talk = await bank.talk(order);
      setTo(false);

      expect(talk).toMatchObject({ destination: { kind: 'contactCenter', id: 'support' }, heard: [true, true] });
      expect(rulesUsed(bank).at(-1)).toBe('lost-cards');
      expect([answeredAtOnce(bank), mistakesOf(bank), await isAccountedFor(bank)]).toEqual([true, [], true]);
    }, 30_000);

    it('between two attempts, the second is made all the same', async () => {
      bank.cloud.branches.behave('seattle-downtown', 'busy');
      const order = await bank.ordered(...branchVisit);
      const connecting = bank.connect(order);
      await bank.branchRings();
      setTo(true);

      const { conversation, heard } = await bank.meets(await connecting);
      setTo(false);
      await bank.hangUp();

      expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'bellevue' });
      expect(heard).toEqual([true, true]);
      expect([answeredAtOnce(bank), mistakesOf(bank)]).toEqual([true, []]);
      expect(await isAccountedFor(bank)).toBe(true);
    }, 30_000);

    it('while two talk, they talk on, and the records come with the end of the call', async () => {
      const order = await bank.ordered(...branchVisit);
      const connecting = bank.connect(order);
      await bank.branchRings();
      setTo(true);
      const call = await connecting;
      const { conversation, heard } = await bank.meets(call);
      await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
      setTo(false);

      const stillHeard = await Promise.all([call.hears(conversation.voiceHz), conversation.hears(440)]);
      await bank.hangUp();
      const told = await recordsOf(bank, bank.transactionId);

      expect([heard, stillHeard]).toEqual([
        [true, true],
        [true, true],
      ]);
      expect(told?.records.map(({ sequence }) => sequence)).toEqual(bank.invocations.map(({ sequence }) => sequence));
      expect(told?.summary).toMatchObject({ ending: 'answered', answeredBy: 'branch:seattle-downtown' });
      expect([answeredAtOnce(bank), mistakesOf(bank)]).toEqual([true, []]);
    }, 30_000);

    it('at the end, both sides are hung up, and what could not be written down is told', async () => {
      const order = await bank.ordered(...branchVisit);
      const call = await bank.connect(order);
      const { conversation } = await bank.meets(call);
      await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
      setTo(true);

      conversation.hangUp();
      await call.ended;
      await bank.cloud.pstnAudio.idle();
      setTo(false);

      expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
      expect([answeredAtOnce(bank), mistakesOf(bank), await isAccountedFor(bank)]).toEqual([true, [], true]);
    }, 30_000);
  });
}
