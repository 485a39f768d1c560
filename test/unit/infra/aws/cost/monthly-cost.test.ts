import { readFile } from 'node:fs/promises';
import { costText } from '../../../../../infra/aws/cost/cost-text.ts';
import { monthlyCost, type CostQuestion, type MonthlyCost } from '../../../../../infra/aws/cost/monthly-cost.ts';
import { prices } from '../../../../../infra/aws/cost/prices.ts';
import { deploymentConfig } from '../../../../support/deployment-config.ts';

/** Of the same config, as it is synthesised. */
async function alarmsOfGoldenTemplate(region: string): Promise<number> {
  const file = new URL(`../../../../infra/golden/example-bank-prod-Operations-${region}.json`, import.meta.url);
  return (await readFile(file, 'utf8')).split("'Type':'AWS::CloudWatch::Alarm'").length - 1;
}

const question: CostQuestion = { callsPerMonth: 10_000, minutesPerCall: 3 };

/** Ten people's, once a second for twenty hours. */
const liveLooks = 10 * 20 * 3600;

function rowOf(cost: MonthlyCost, what: string): MonthlyCost['rows'][number] {
  return cost.rows.find((row) => row.what === what)!;
}

describe('what a month costs', () => {
  it('is the sum of quantity and price, row by row', () => {
    const { rows, usd } = monthlyCost(question);

    const known = rows.filter(({ price }) => price.usd !== undefined);
    for (const { usd: cost, quantity, price } of known) expect(cost).toBeCloseTo(quantity * price.usd!, 9);
    expect(usd).toBeCloseTo(
      known.reduce((sum, row) => sum + row.usd!, 0),
      9,
    );
  });

  it('counts minutes by what bills them', () => {
    const cost = monthlyCost(question);

    // Half of the callers dial and half are rung back, 3.5 minutes each; a fifth is put through to a telephone, for 3.
    expect(rowOf(cost, 'minutes of callers who dial').quantity).toBeCloseTo(5000 * 3.5, 6);
    expect(rowOf(cost, 'minutes to telephones').quantity).toBeCloseTo(5000 * 3.5 + 2000 * 3, 6);
    expect(rowOf(cost, 'minutes in the application').quantity).toBeCloseTo(10_000 * 3.5, 6);
    expect(rowOf(cost, 'minutes to the contact centre').quantity).toBeCloseTo(7500 * 3, 6);
    expect(rowOf(cost, 'minutes of attendees').quantity).toBeCloseTo(500 * 2 * 3, 6);
  });

  it('bills each write to a table in both Regions, and what expires in one', () => {
    const { quantity } = rowOf(monthlyCost(question), 'writes, in both Regions');

    expect(quantity).toBe(10_000 * (2 * (2 + 8 + 3 + 6) + 12));
  });

  it('bills the time of a function by its memory', () => {
    const { quantity } = rowOf(monthlyCost(question), 'time, arm64');

    expect(quantity).toBeCloseTo(40_000 * 0.2 * 0.5 + 50_000 * 0.05 * 1 + (10_000 + liveLooks) * 0.06 * 0.5, 6);
  });

  it('is what stands idle when nobody calls', () => {
    const { rows, usd, usdWithoutCalls } = monthlyCost({ ...question, callsPerMonth: 0 });

    expect(usd).toBe(usdWithoutCalls);
    expect(rows.filter(({ quantity }) => quantity > 0).map(({ what }) => what)).toEqual([
      'phone number',
      // Of who looks at the live list, where nothing happens.
      'invocations',
      'time, arm64',
      'reads',
      'keys',
      'requests',
      'secrets and replicas',
      'requests',
      'logs written',
      'logs kept',
      'metrics',
      'alarms',
      'dashboards',
      'requests of the console',
      'requests of windows',
      'answers to windows',
      'people who sign in, Plus plan',
      'traces',
    ]);
  });

  it('grows with every call by the same', () => {
    const [none, one, two] = [0, 1000, 2000].map((callsPerMonth) => monthlyCost({ ...question, callsPerMonth }).usd);

    expect(one! - none!).toBeGreaterThan(0);
    expect(two! - one!).toBeCloseTo(one! - none!, 6);
  });

  it('goes by what the deployment has', () => {
    const config = deploymentConfig({
      voiceConnectors: [],
      defaultDestination: 'pstn:+12065550123',
      callIngresses: ['alexa-skill-call'],
      recordings: { retainDays: 300 },
      canary: { to: '+12065550199', everyMinutes: 60 },
    });

    const cost = monthlyCost({ ...question, config });

    expect(rowOf(cost, 'minutes to the contact centre').quantity).toBe(0);
    expect(rowOf(cost, 'minutes of callers who dial').quantity).toBe(10_000 * 3.5);
    expect(rowOf(cost, 'minutes to telephones').quantity).toBe(9500 * 3 + 730);
    expect(rowOf(cost, 'recordings kept').quantity).toBeCloseTo(
      10 * rowOf(monthlyCost(question), 'recordings kept').quantity,
      9,
    );
  });

  it('counts the alarms that a deployment has, its canary too', async () => {
    const config = deploymentConfig();
    const { primary, standby } = config.regions;
    const found = await Promise.all([primary, standby].map(alarmsOfGoldenTemplate));

    expect(rowOf(monthlyCost({ ...question, config }), 'alarms').quantity).toBe(found[0]! + found[1]!);
    expect(monthlyCost({ ...question, config }).assumptions.join()).toContain(
      `${found[0]} alarms in the primary Region and ${found[1]} in the other`,
    );
  });

  it('records no more than one trace a second, and a twentieth of the rest', () => {
    const perSecond = 730 * 3600;

    const { quantity } = rowOf(monthlyCost({ ...question, callsPerMonth: 1_000_000 }), 'traces');

    expect(quantity).toBe(perSecond + 0.05 * (10_000_000 + liveLooks - perSecond));
  });
});

describe('a price', () => {
  it.each(Object.entries(prices))('says where AWS gives it, when it was seen, and how sure it is: %s', (_, price) => {
    expect(price.page).toMatch(/^https:\/\/aws\.amazon\.com\/.+\/pricing\/(?:on-demand\/)?$/);
    expect(price.seen).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect('usd' in price).toBe((price.evidence as string) !== 'unknown');
  });
});

describe('the table of costs', () => {
  const text = costText(monthlyCost(question), question);

  it('says what is missing in the sum', () => {
    expect(text).toMatch(
      /^At least \$[\d,.]+ a month for 10,000 calls, \$0\.\d{4} each; \$[\d.]+ of it without any call\.$/m,
    );
    expect(text).toMatch(/^Not in it: 35,000 minutes in the application of PSTN Audio/m);
  });

  it('marks what was not verified', () => {
    expect(text).toMatch(/^PSTN Audio +minutes to telephones .*\*$/m);
    expect(text).toMatch(/^PSTN Audio +minutes in the application .*\?$/m);
    expect(text).toMatch(/^PSTN Audio +phone number .*1\.00$/m);
  });

  it('tells the assumptions, and writes no number with an exponent', () => {
    expect(text).toMatch(/skill 4 \(a whole conversation\), sma 5/);
    expect(text).not.toMatch(/\de-\d/);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('divides by no call when there is none', () => {
    const none = { ...question, callsPerMonth: 0 };

    expect(costText(monthlyCost(none), none)).toMatch(/a month for 0 calls; /);
  });
});
