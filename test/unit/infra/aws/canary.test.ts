import { createCanary } from '../../../../infra/aws/canary/canary-handler.ts';
import { longestCallMs } from '../../../../infra/aws/canary/canary-run.ts';
import type { CallRecord } from '../../../../shared/domain/call-flow/call-record.ts';
import type { HappeningKind } from '../../../../shared/domain/call-flow/happening.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const ownNumber = '+14255550100';
const to = '+12065550199';

/** A canary whose call leaves these records, from so many milliseconds after it began. */
function aCanary(leaves: readonly { after: number; records: readonly CallRecord[] | Error }[]): {
  run: (order?: unknown) => Promise<string>;
  placed: string[];
  written: string[];
  log: string[];
  time: TimersFake;
} {
  const time = new TimersFake();
  const began = time.now();
  const [placed, written, log]: string[][] = [[], [], []];
  const handler = createCanary({
    metricsNamespace: 'SkillCallBridge/bank-prod/Canary',
    placeCall: (number) => {
      placed!.push(number);
      return Promise.resolve('t-1');
    },
    records: {
      ofCall: () => {
        const [now] = leaves.filter(({ after }) => time.now() - began >= after).slice(-1);
        if (now === undefined) return Promise.resolve(undefined);
        return now.records instanceof Error ? Promise.reject(now.records) : Promise.resolve({ records: now.records });
      },
    },
    ownNumber,
    clock: time,
    timers: time,
    log: createLogger({ clock: time, write: (line) => log!.push(line) }),
    write: (line) => written!.push(line),
  });
  const run = async (order: unknown = { to }): Promise<string> => {
    const result = handler(order);
    result.catch(() => undefined);
    await time.advanceBy(longestCallMs + 10_000);
    return result;
  };
  return { run, placed: placed!, written: written!, log: log!, time };
}

function record(event: string, ...kinds: HappeningKind[]): CallRecord {
  const happenings = kinds.map((kind) => ({ kind }));
  return { transactionId: 't-1', event, happenings } as unknown as CallRecord;
}

const asked = record('CALL_ANSWERED', 'routed', 'callbackAsked');
const over = record('HANGUP', 'legEnded');

describe('a canary’s call', () => {
  it.each([
    { case: 'was answered, and asked to press 1', records: [asked, over], result: 'answered', notAnswered: 0 },
    { case: 'was not answered', records: [record('NEW_OUTBOUND_CALL'), over], result: 'notAnswered', notAnswered: 1 },
    {
      case: 'was put through',
      records: [asked, record('ACTION_SUCCESSFUL', 'attemptBegan'), over],
      result: 'putThrough',
      notAnswered: 1,
    },
    { case: 'never ended', records: [asked], result: 'answered', notAnswered: 0 },
  ])('that $case is counted once', async ({ records, result, notAnswered }) => {
    const { run, written } = aCanary([{ after: 7000, records }]);

    expect(await run()).toBe(result);
    expect(written.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ Answered: 1 - notAnswered, NotAnswered: notAnswered }),
    ]);
  });

  it('of which nothing is recorded in time was not answered', async () => {
    const { run, written, time } = aCanary([]);

    expect(await run()).toBe('notAnswered');
    expect(written).toHaveLength(1);
    expect(time.pending).toBe(0);
  });

  it('is looked for again when the store did not answer once', async () => {
    const { run, log } = aCanary([
      { after: 0, records: new Error('down') },
      { after: 12_000, records: [asked, over] },
    ]);

    expect(await run()).toBe('answered');
    expect(log.filter((line) => line.includes('canary-records-not-read'))).toHaveLength(2);
  });

  it('is placed once, to the number of the order, of which nothing is logged', async () => {
    const { run, placed, log } = aCanary([{ after: 0, records: [asked, over] }]);

    await run();

    expect(placed).toEqual([to]);
    expect(log.join('\n')).toContain('canary-called');
    expect(log.join('\n')).not.toContain(to.slice(1));
  });

  it.each([{ to: ownNumber }, { to: '911' }, {}, null, undefined])(
    'is not placed to the bridge itself, nor to what is no number: %j',
    async (order) => {
      const { run, placed } = aCanary([]);

      await expect(run(order ?? 'nothing')).rejects.toMatchObject({ code: 'environment-invalid' });
      expect(placed).toEqual([]);
    },
  );
});
