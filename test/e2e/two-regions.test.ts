import {
  contextIdOf,
  first,
  functionIn,
  second,
  startTwoRegions,
  untilToldMs,
  type OrderedCall,
  type TwoRegions,
} from '../support/two-regions.ts';

// What one Region writes comes to the other when the story says so: the replica is as far behind as it can be.
describe('a bank in two Regions', () => {
  let bank: TwoRegions;
  beforeAll(async () => {
    bank = await startTwoRegions();
  }, 60_000);
  afterEach(async () => {
    bank.down(first, false);
    bank.tables.lag(untilToldMs);
    await bank.cloud.pstnAudio.idle();
    await bank.tables.catchUp();
  });
  afterAll(() => bank.close());

  it('has its calls answered in the first, and its contexts in both once the tables have caught up', async () => {
    const ordered = await bank.order();
    const before = await bank.contextIn(second, ordered);

    const regions = await bank.talked(ordered);
    const claimed = await bank.contextIn(first, ordered);
    await bank.tables.catchUp();

    expect(regions).toEqual([first]);
    expect(before).toBeUndefined();
    expect(claimed).toEqual({ claimedBy: bank.ledger.transactions(ordered)[0] });
    expect(await bank.contextIn(second, ordered)).toEqual(claimed);
  });

  it('has calls that begin while the first is down answered by the second, which has no copy of their contexts; then by the first again', async () => {
    const [afterwards, ...ordered] = await bank.orders(6);
    const copies = await Promise.all(ordered.map((each) => bank.contextIn(second, each)));

    bank.down(first, true);
    const calls = await Promise.all(ordered.map((each) => bank.talk(each)));
    for (const call of calls) call.hangUp();
    await bank.cloud.pstnAudio.idle();
    bank.down(first, false);
    const regionsAfterwards = await bank.talked(afterwards!);

    expect(regionsAfterwards).toEqual([first]);
    expect(copies).toEqual(ordered.map(() => undefined));
    expect(ordered.map((each) => bank.ledger.isAnswered(each))).toEqual(ordered.map(() => true));
    expect(ordered.map((each) => bank.regionsOf(each))).toEqual(ordered.map(() => [second]));
    for (const each of ordered)
      expect(await bank.contextIn(first, each)).toEqual({ claimedBy: bank.ledger.transactions(each)[0] });
  });

  it('loses no call that begins in the very moment in which the first goes down, whether for long or for an instant', async () => {
    const [forLong, forAnInstant] = await bank.orders(2);

    const cutOff = bank.downWhileAnswering(first);
    const takenOver = await bank.talked(forLong!);
    bank.down(first, false);
    const crash = bank.downWhileAnswering(first).then(() => bank.down(first, false));
    const askedAgain = await bank.talked(forAnInstant!);
    await crash;

    expect(await cutOff).toBe(1);
    expect([takenOver, askedAgain]).toEqual([[second], [first]]);
    expect([forLong!, forAnInstant!].map((each) => bank.ledger.isAnswered(each))).toEqual([true, true]);
    expect(
      bank.ledger.invocations.find(({ deliveries, failure }) => deliveries === 2 && failure === undefined),
    ).toBeDefined();
  });

  it('loses, of many calls, those alone that the function was at work for when it went down', async () => {
    const ordered = await bank.orders(9);
    const [talking, beingSetUp, later] = [ordered.slice(0, 3), ordered.slice(3, 5), ordered.slice(5)];
    const conversations = await Promise.all(talking.map((each) => bank.talk(each)));
    const setUp = beingSetUp.map(async (each) => (await bank.connect(each)).ended);
    await bank.ledger.until(() => beingSetUp.every((each) => bank.regionsOf(each).length === 1));
    const inHands = bank.ledger.inHandsOf(functionIn(first));

    bank.down(first, true);
    const others = await Promise.all(later.map((each) => bank.talk(each)));
    const ends = await Promise.all(setUp);
    const stillUp = await Promise.all(conversations.map((call) => call.hearsSound()));
    for (const call of [...conversations, ...others]) call.hangUp();
    await bank.cloud.pstnAudio.idle();

    expect(stillUp).toEqual([true, true, true]);
    expect(later.map((each) => bank.regionsOf(each))).toEqual(later.map(() => [second]));
    expect(ends).toEqual(beingSetUp.map(() => expect.objectContaining({ by: 'remote' }) as unknown));
    expect([...inHands].sort()).toEqual(beingSetUp.flatMap((each) => bank.ledger.transactions(each)).sort());
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });

  describe('and a call context that has served a call in the second', () => {
    /** Calls once more by an order that has been used, and says whether the call was given its context. */
    const givenAgain = async (ordered: OrderedCall): Promise<boolean> => {
      const call = await bank.connect(ordered);
      call.hangUp();
      await bank.cloud.pstnAudio.idle();
      const again = bank.ledger.transactions(ordered).at(-1);
      const answers = bank.ledger.invocations.filter(({ transactionId }) => transactionId === again);
      return JSON.stringify(answers.map(({ response }) => response)).includes(contextIdOf(ordered));
    };
    const servedInSecond = async (ordered: OrderedCall): Promise<void> => {
      bank.down(first, true);
      await bank.talked(ordered);
      bank.down(first, false);
    };

    it('serves no other in the first when it had not come to the second: it was claimed where it was made', async () => {
      const ordered = await bank.order();
      await servedInSecond(ordered);

      expect(await givenAgain(ordered)).toBe(false);
    });

    it('serves no other in the first though the second had a copy: it is claimed where it was made all the same', async () => {
      const ordered = await bank.order();
      await bank.tables.catchUp();
      await servedInSecond(ordered);

      expect(await bank.contextIn(first, ordered)).toEqual({ claimedBy: bank.ledger.transactions(ordered)[0] });
      expect(await bank.contextIn(second, ordered)).toEqual({ claimedBy: undefined });
      expect(await givenAgain(ordered)).toBe(false);
    });

    // Items are copied whole: a receipt that was written on another copy than the claim would undo it.
    it('keeps both the claim and the agent’s receipt when the tables have caught up', async () => {
      const ordered = await bank.order();
      await bank.tables.catchUp();
      await servedInSecond(ordered);
      await bank.tables.catchUp();

      expect(await bank.contextIn(second, ordered)).toEqual({ claimedBy: bank.ledger.transactions(ordered)[0] });
      expect(await givenAgain(ordered)).toBe(false);
    });
  });
});
