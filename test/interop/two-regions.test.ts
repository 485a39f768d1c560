import { first, functionIn, second, startTwoRegions, type TwoRegions } from '../support/two-regions.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { describeWith } from './support/tools.ts';
import { within } from './support/within.ts';
import { startLoad } from './two-regions-load.ts';

/** Calls of the whole run, and after how many of them something happens to the first Region's function. */
const calls = { count: 30, perSecond: 2, crashAfter: 6, downAfter: 11, upAfter: 20 } as const;
/** AWS says "usually within a second". */
const lagMs = 400;
const patienceMs = 30_000;

describeWith(['sipp'], 'a bank in two Regions, under the load of sipp', () => {
  const keep = closedAfterEach();

  /** Resolves when a function has answered for that many calls, or failed to. */
  const begun = (bank: TwoRegions, count: number): Promise<void> =>
    within(
      patienceMs,
      `${count} calls have begun`,
      bank.ledger.until(() => bank.ledger.begun.size >= count),
    );

  it('loses no call but those in the hands of the function that goes down, and none when it dies for an instant', async () => {
    const bank = keep(await startTwoRegions({ lagMs }));
    const ordered = await bank.orders(calls.count);
    const [{ order }] = ordered as [(typeof ordered)[0]];

    const load = keep(
      await startLoad({
        target: bank.cloud.pstnAudio.address,
        number: order.to,
        alexaClientId: order.alexaClientId,
        userToUser: ordered.map((each) => each.order.userToUser ?? ''),
        perSecond: calls.perSecond,
      }),
    );
    await begun(bank, calls.crashAfter);
    const cutOffByCrash = await bank.downWhileAnswering(first);
    bank.down(first, false);
    await begun(bank, calls.downAfter);
    const lostByCrash = bank.ledger.lost().size;
    const inHands = bank.ledger.inHandsOf(functionIn(first));
    const cutOff = bank.down(first, true);
    await begun(bank, calls.upAfter);
    bank.down(first, false);
    const seenByCallers = await load.finished;
    await bank.cloud.pstnAudio.idle();
    await bank.tables.catchUp();

    const lost = bank.ledger.lost();
    const found = ordered.filter((each) => !bank.ledger.transactions(each).some((id) => lost.has(id)));
    const answeredIn = (region: string): number =>
      found.filter((each) => bank.regionsOf(each).join() === region && bank.ledger.isAnswered(each)).length;
    const figures = {
      calls: calls.count,
      answered: seenByCallers.successful,
      answeredInFirst: answeredIn(first),
      answeredInSecond: answeredIn(second),
      lost: seenByCallers.failed,
      inHandsWhenItWentDown: inHands.size,
      cutOff,
      cutOffByCrash,
    };
    process.stdout.write(`two Regions under load: ${JSON.stringify(figures)}\n`);

    expect(seenByCallers.successful + seenByCallers.failed).toBe(calls.count);
    expect(seenByCallers.failed).toBe(lost.size);
    expect([...lost].filter((each) => !inHands.has(each))).toEqual([]);
    expect(lostByCrash).toBe(0);
    expect(found.filter((each) => !bank.ledger.isAnswered(each))).toEqual([]);
    expect(answeredIn(first) + answeredIn(second)).toBe(calls.count - lost.size);
    expect(answeredIn(second)).toBeGreaterThan(0);
    expect(cutOffByCrash).toBeGreaterThan(0);
    expect(ordered.slice(-5).flatMap((each) => bank.regionsOf(each))).toEqual(Array(5).fill(first));
    expect(bank.tables.behind).toBe(0);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  }, 90_000);
});
