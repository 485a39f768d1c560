import type { FunctionAnswer } from '../../infra/local/pstn-audio/service/invocation/invoke-with-retry.ts';
import {
  actions,
  configFor,
  connected,
  outcomeOf,
  pstnAudioForEachTest,
  respond,
  type PstnAudioFixture,
  type ToldEvent,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const quick = { retryAfterMs: 20, giveUpAfterMs: 40 };
const regions = ['us-east-1', 'us-west-2', 'eu-west-2'] as const;
type Region = (typeof regions)[number];

const functionIn = (region: string): string => `arn:aws:lambda:${region}:111122223333:function:test`;

/** Three Regions, listed in another order than that of their priority. */
const config = {
  ...configFor('us-east-1'),
  SipMediaApplications: regions.map((region) => ({
    SipMediaApplicationId: region,
    AwsRegion: region,
    Name: region,
    Endpoints: [{ LambdaArn: functionIn(region) }],
  })),
  SipRules: configFor('us-east-1').SipRules.map((rule) => ({
    ...rule,
    TargetApplications: [
      { SipMediaApplicationId: 'eu-west-2', AwsRegion: 'eu-west-2', Priority: 30 },
      { SipMediaApplicationId: 'us-east-1', AwsRegion: 'us-east-1', Priority: 10 },
      { SipMediaApplicationId: 'us-west-2', AwsRegion: 'us-west-2', Priority: 20 },
    ],
  })),
};

interface Regional {
  readonly fixture: PstnAudioFixture;
  /** Region and event of each delivery. */
  readonly told: readonly string[];
  readonly events: readonly ToldEvent[];
}

/** PSTN Audio whose functions answer as each Region's script says. */
async function acrossRegions(
  scripts: Readonly<Record<Region, (event: ToldEvent) => FunctionAnswer | Promise<FunctionAnswer>>>,
): Promise<Regional> {
  const told: string[] = [];
  const events: ToldEvent[] = [];
  const fixture = await between(() => respond(), {
    config,
    invocationPolicy: quick,
    invoke: async (arn, event) => {
      const region = regions.find((each) => functionIn(each) === arn)!;
      const heard = event as ToldEvent;
      told.push(`${region} ${heard.InvocationEventType}`);
      events.push(heard);
      return scripts[region](heard);
    },
  });
  return { fixture, told, events };
}

const works = ({ InvocationEventType: type }: ToldEvent): FunctionAnswer => ({
  kind: 'payload',
  payload: type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond(),
});
const failsWith = (errorType: string) => (): FunctionAnswer => ({ kind: 'error', errorType });
const isSilent = (): Promise<never> => new Promise(() => undefined);

describe('a call whose function cannot be had', () => {
  const reasons = [
    { case: 'is throttled', script: failsWith('TooManyRequestsException') },
    { case: 'does not exist', script: failsWith('ResourceNotFoundException') },
    { case: 'may not be invoked', script: failsWith('AccessDeniedException') },
    { case: 'throws', script: failsWith('Unhandled') },
    { case: 'does not answer', script: isSilent },
  ];

  it.each(reasons)('is taken by the next Region’s, lowest Priority first, when it $case', async ({ script }) => {
    const { fixture, told, events } = await acrossRegions({
      'us-east-1': script,
      'us-west-2': works,
      'eu-west-2': works,
    });

    const alice = await connected(fixture);
    await alice.ended;
    await fixture.service.idle();

    expect(told).toEqual([
      'us-east-1 NEW_INBOUND_CALL',
      'us-east-1 NEW_INBOUND_CALL',
      'us-west-2 NEW_INBOUND_CALL',
      'us-west-2 HANGUP',
    ]);
    expect(events.slice(-2)).toMatchObject([
      { Sequence: 1, CallDetails: { AwsRegion: 'us-west-2', SipMediaApplicationId: 'us-west-2', SipRuleId: 'r1' } },
      { Sequence: 2 },
    ]);
    expect(new Set(events.map(({ CallDetails }) => CallDetails.TransactionId)).size).toBe(1);
  });

  it('gets 480 when all Regions are down', async () => {
    const down = failsWith('Unhandled');
    const { fixture, told } = await acrossRegions({ 'us-east-1': down, 'us-west-2': isSilent, 'eu-west-2': down });

    const outcome = await outcomeOf(fixture);
    await fixture.service.idle();

    expect(outcome).toMatchObject({ kind: 'refused', status: 480 });
    expect(told).toHaveLength(6);
  });

  it('is told to nobody else when the caller has given up meanwhile', async () => {
    const { fixture, told } = await acrossRegions({ 'us-east-1': isSilent, 'us-west-2': works, 'eu-west-2': works });

    const dialled = await fixture.dial();
    dialled.hangUp();
    await dialled.outcome;
    await fixture.service.idle();

    expect(told.filter((line) => !line.startsWith('us-east-1'))).toEqual([]);
  });

  it('ends there when that happens in mid-call', async () => {
    const { fixture, told } = await acrossRegions({
      'us-east-1': ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL'
          ? { kind: 'payload', payload: respond(actions.speak) }
          : { kind: 'error', errorType: 'Unhandled' },
      'us-west-2': works,
      'eu-west-2': works,
    });

    const alice = await connected(fixture);
    const end = await alice.ended;
    await fixture.service.idle();

    expect(end).toMatchObject({ by: 'remote', cause: 'bye' });
    expect(told.filter((line) => !line.startsWith('us-east-1'))).toEqual([]);
  });

  it('leaves other calls alone', async () => {
    const broken = new Set<string>();
    const { fixture } = await acrossRegions({
      'us-east-1': ({ InvocationEventType: type, CallDetails: { TransactionId: id } }) => {
        if (type === 'NEW_INBOUND_CALL') {
          if (broken.size === 0) broken.add(id);
          return { kind: 'payload', payload: respond(actions.speak) };
        }
        return broken.has(id) ? { kind: 'error', errorType: 'Unhandled' } : { kind: 'payload', payload: respond() };
      },
      'us-west-2': works,
      'eu-west-2': works,
    });

    const first = await connected(fixture);
    const second = await connected(fixture);
    await first.ended;
    const heard = fixture.service.connectedLegs;
    second.hangUp();
    await fixture.service.idle();

    expect(heard).toBe(1);
  });
});
