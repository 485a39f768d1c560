import { TimersFake } from '../../../../../support/timers-fake.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';
import type { Ids } from '../../../../../../shared/ports/ids.ts';
import { parsePstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import type { ManagedObjects } from '../../../../../../infra/local/pstn-audio/objects/managed-objects.ts';
import { openObjects } from '../../../../../../infra/local/pstn-audio/objects/open-objects.ts';

const route = (host: string, priority: number, weight: number): object => ({
  Host: host,
  Port: 5060,
  Priority: priority,
  Weight: weight,
});

/** Draws what it is told to, 0 to 1, and then nothing but the first. */
function lots(...fractions: readonly number[]): Ids {
  const left = [...fractions];
  return {
    ...idsFake(),
    randomBytes: (count) => {
      const bytes = Buffer.alloc(count);
      bytes.writeUInt32BE(Math.floor((left.shift() ?? 0) * 2 ** 32));
      return bytes;
    },
  };
}

function objectsOf(connectors: readonly object[], ids: Ids = idsFake(), items: readonly object[] = []): ManagedObjects {
  const VoiceConnectorGroups =
    items.length === 0 ? [] : [{ VoiceConnectorGroupId: 'both', VoiceConnectorItems: items }];
  const config = parsePstnAudioConfig({ VoiceConnectors: connectors, VoiceConnectorGroups });
  return openObjects(config, { ids, clock: new TimersFake() });
}

const abc = 'arn:aws:chime:us-east-1:111122223333:vc/abc';
const connector = (routes: readonly object[], rest: object = {}): object => ({
  VoiceConnectorId: 'abc',
  Origination: { Routes: routes },
  ...rest,
});
const hostsOf = (objects: ManagedObjects, arn = abc): readonly string[] | undefined =>
  objects.routesTo(arn)?.map(({ host }) => host);

describe('a Voice Connector', () => {
  it('has its routes tried lowest priority first', () => {
    expect(hostsOf(objectsOf([connector([route('c', 3, 9), route('a', 1, 1), route('b', 2, 100)])]))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it.each([
    { draws: [0, 0], order: ['a', 'b', 'c'] },
    { draws: [0.39, 0], order: ['a', 'b', 'c'] },
    { draws: [0.41, 0], order: ['b', 'a', 'c'] },
    { draws: [0.99, 0.99], order: ['c', 'b', 'a'] },
    // Without b, a has 4 of 5 parts of what is left.
    { draws: [0.41, 0.79], order: ['b', 'a', 'c'] },
    { draws: [0.41, 0.81], order: ['b', 'c', 'a'] },
  ])('has those of one priority drawn by weight 4:5:1, $draws gives $order', ({ draws, order }) => {
    const routes = [route('a', 1, 4), route('b', 1, 5), route('c', 1, 1)];

    expect(hostsOf(objectsOf([connector(routes)], lots(...draws)))).toEqual(order);
  });

  it('draws anew for each call, so that each peer has its share', () => {
    const objects = objectsOf(
      [connector([route('a', 1, 30), route('b', 1, 10)])],
      lots(...Array.from({ length: 400 }, (_, n) => ((n * 37) % 400) / 400)),
    );

    const first = Array.from({ length: 400 }, () => hostsOf(objects)?.[0]);

    expect(first.filter((host) => host === 'a')).toHaveLength(300);
  });

  it('has no route while origination is disabled, or was never set', () => {
    expect(
      hostsOf(objectsOf([connector([], { Origination: { Disabled: true, Routes: [route('a', 1, 1)] } })])),
    ).toEqual([]);
    expect(hostsOf(objectsOf([{ VoiceConnectorId: 'abc' }]))).toEqual([]);
  });

  it('is reached over the protocol of the route, and over TLS where it requires encryption', () => {
    const routes = [
      { Host: 'a', Protocol: 'TCP', Priority: 1 },
      { Host: 'b', Priority: 2 },
    ];

    expect(
      objectsOf([connector(routes)])
        .routesTo(abc)
        ?.map(({ protocol }) => protocol),
    ).toEqual(['TCP', 'UDP']);
    expect(
      objectsOf([connector(routes, { RequireEncryption: true })])
        .routesTo(abc)
        ?.map(({ protocol }) => protocol),
    ).toEqual(['TLS', 'TLS']);
  });

  it.each([
    { case: 'its ARN', arn: abc, found: true },
    { case: 'the long form', arn: 'arn:aws:chime:us-east-1:111122223333:voice-connector/abc', found: true },
    { case: 'another account', arn: 'arn:aws:chime:us-east-1:444455556666:vc/abc', found: false },
    { case: 'another Region', arn: 'arn:aws:chime:us-west-2:111122223333:vc/abc', found: false },
    { case: 'another id', arn: 'arn:aws:chime:us-east-1:111122223333:vc/abcd', found: false },
    { case: 'an application', arn: 'arn:aws:chime:us-east-1:111122223333:sma/abc', found: false },
    { case: 'no ARN', arn: 'abc', found: false },
  ])('named by $case: found is $found', ({ arn, found }) => {
    expect(hostsOf(objectsOf([connector([route('a', 1, 1)])]), arn)).toEqual(found ? ['a'] : undefined);
  });

  it('may have an ARN of its own', () => {
    const arn = 'arn:aws:chime:us-east-1:111122223333:vc/elsewhere';

    expect(hostsOf(objectsOf([connector([route('a', 1, 1)], { VoiceConnectorArn: arn })]), arn)).toEqual(['a']);
  });
});

describe('a group of Voice Connectors', () => {
  const both = 'arn:aws:chime:us-east-1:111122223333:vcg/both';
  const east = { VoiceConnectorId: 'east', Origination: { Routes: [route('e2', 2, 1), route('e1', 1, 1)] } };
  const west = { VoiceConnectorId: 'west', AwsRegion: 'us-west-2', Origination: { Routes: [route('w', 1, 1)] } };

  it('has its connectors tried lowest priority first, each with all its routes', () => {
    const items = [
      { VoiceConnectorId: 'east', Priority: 2 },
      { VoiceConnectorId: 'west', Priority: 1 },
    ];

    expect(hostsOf(objectsOf([east, west], idsFake(), items), both)).toEqual(['w', 'e1', 'e2']);
  });

  it('shares calls between connectors of one priority', () => {
    const items = [
      { VoiceConnectorId: 'east', Priority: 1 },
      { VoiceConnectorId: 'west', Priority: 1 },
    ];

    expect(hostsOf(objectsOf([east, west], lots(0.1), items), both)).toEqual(['e1', 'e2', 'w']);
    expect(hostsOf(objectsOf([east, west], lots(0.9), items), both)).toEqual(['w', 'e1', 'e2']);
  });

  it('passes over a connector whose origination is disabled', () => {
    const off = { ...east, Origination: { ...east.Origination, Disabled: true } };
    const items = [
      { VoiceConnectorId: 'east', Priority: 1 },
      { VoiceConnectorId: 'west', Priority: 2 },
    ];

    expect(hostsOf(objectsOf([off, west], idsFake(), items), both)).toEqual(['w']);
  });

  it('is not found when there is none', () => {
    expect(hostsOf(objectsOf([east]), both)).toBeUndefined();
  });
});
