import type { Behavior } from '../../infra/local/pstn-audio/config/behavior.ts';
import { mistakesOf } from './faults-fixture.ts';
import { BanksInTurn, readingsTable, type ReadingsTable } from './readings-fixture.ts';

/** Every value of every switch, but for the defaults: by those all other stories are told. */
const readings: readonly Partial<Behavior>[] = [
  { MidListResults: 'LastAction' },
  { FirstResultSequence: 'Same' },
  { ParticipantOrder: 'LegBFirst' },
  { TransactionAttributes: 'Merge' },
  { MaximumTransactionAttributes: 10 },
  { RetrySequence: 'Next' },
  { StatusInFirstEvent: true },
  { AbandonedAction: 'Failed' },
  { AbandonedAction: 'Nothing' },
  { HangupOfOneLeg: 'Hangup' },
  { ReceiveDigits: 'Again' },
  { EmptyFirstReply: 'Wait' },
  { PstnSipHeaders: 'Send' },
  { SpeakRequestsPerSecond: 1 },
];

let table: ReadingsTable;
let banks: BanksInTurn;
beforeAll(async () => {
  table = await readingsTable();
  banks = new BanksInTurn(readings, table);
});
afterAll(async () => {
  await banks.closeAll();
  await table.remove();
}, 30_000);

const stories = readings.flatMap((reading, index) =>
  Object.entries(reading).map(([name, value]) => ({ index, name: `${name} ${value}` })),
);

describe('callers reach somebody, and nothing is left of their calls, however AWS’s pages are read', () => {
  it.each(stories)(
    '$name',
    async ({ index }) => {
      const reading = await banks.at(index);
      const { bank, traces } = reading;

      await reading.everyStory();
      const legsLeft = bank.cloud.pstnAudio.connectedLegs;
      await banks.close(index);

      expect(legsLeft).toBe(0);
      expect(mistakesOf({ logged: bank.logged, invocations: traces })).toEqual([]);
    },
    40_000,
  );
});
