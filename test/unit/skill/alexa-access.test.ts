import type { RequestEnvelope } from 'ask-sdk-model';
import * as fc from 'fast-check';
import { alexaAccessOf, type AlexaAccess } from '../../../skill/alexa-access.ts';

const scope = 'alexa::devices:all:geolocation:read';

/** A request from a phone in Seattle whose owner allows it to tell where it is. */
function fromPhone(): Record<string, unknown> {
  return {
    version: '1.0',
    context: {
      System: {
        application: { applicationId: 'amzn1.ask.skill.EXAMPLE' },
        user: { userId: 'amzn1.ask.account.JANE', permissions: { scopes: { [scope]: { status: 'GRANTED' } } } },
        device: { deviceId: 'amzn1.ask.device.PHONE', supportedInterfaces: { Geolocation: {} } },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'eyJ0eXAi.eyJhdWQi.c2ln',
      },
      Geolocation: {
        locationServices: { access: 'ENABLED', status: 'RUNNING' },
        timestamp: '2026-11-18T15:00:00Z',
        coordinate: { latitudeInDegrees: 47.61, longitudeInDegrees: -122.33, accuracyInMeters: 12.1 },
      },
    },
    request: { type: 'LaunchRequest' },
  };
}

/** The request with one member replaced; `undefined` takes it away. */
function changed(path: string, value: unknown): RequestEnvelope {
  const envelope = fromPhone();
  const names = path.split('/');
  const last = names.pop() ?? '';
  let holder = envelope;
  for (const name of names) holder = (holder[name] ??= {}) as Record<string, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return envelope as unknown as RequestEnvelope;
}

const system = 'context/System';
const nonsense = [undefined, null, '', 0, 7, true, [], {}, 'x'.repeat(10), Number.NaN];

describe('what a request lets the skill do', () => {
  it('is all read', () => {
    expect(alexaAccessOf(fromPhone() as unknown as RequestEnvelope)).toEqual({
      apiEndpoint: 'https://api.amazonalexa.com',
      apiAccessToken: 'eyJ0eXAi.eyJhdWQi.c2ln',
      deviceId: 'amzn1.ask.device.PHONE',
      userId: 'amzn1.ask.account.JANE',
      isPersonRecognised: false,
      geolocation: {
        kind: 'coordinates',
        coordinates: { latitude: 47.61, longitude: -122.33 },
        accuracyMeters: 12.1,
        at: Date.parse('2026-11-18T15:00:00Z'),
      },
    } satisfies Record<keyof Omit<AlexaAccess, 'linkedToken' | 'unitId'>, unknown>);
  });

  it.each(['apiEndpoint', 'apiAccessToken', 'device', 'device/deviceId'])('is nothing without %s', (path) => {
    for (const value of [undefined, null, '', 7, []])
      expect(alexaAccessOf(changed(`${system}/${path}`, value))).toBeUndefined();
  });

  it.each([
    { named: 'https://api.amazonalexa.com/', kept: 'https://api.amazonalexa.com' },
    { named: 'https://api.eu.amazonalexa.com', kept: 'https://api.eu.amazonalexa.com' },
    { named: 'http://127.0.0.1:4010', kept: 'http://127.0.0.1:4010' },
    { named: 'http://api.amazonalexa.com', kept: undefined },
    { named: 'https://jane:secret@api.amazonalexa.com', kept: undefined },
    { named: 'api.amazonalexa.com', kept: undefined },
    { named: 'file:///etc/passwd', kept: undefined },
  ])('is at $kept when the request names $named', ({ named, kept }) => {
    expect(alexaAccessOf(changed(`${system}/apiEndpoint`, named))?.apiEndpoint).toBe(kept);
  });

  it('knows the room of a managed device', () => {
    const envelope = changed(`${system}/unit`, { unitId: 'amzn1.ask.unit.A', persistentUnitId: 'amzn1.alexa.unit.B' });

    expect(alexaAccessOf(envelope)?.unitId).toBe('amzn1.alexa.unit.B');
  });
});

describe('who speaks', () => {
  it('is recognised by their id, not by whatever else stands there', () => {
    const recognised = alexaAccessOf(changed(`${system}/person`, { personId: 'amzn1.ask.person.JOHN' }));
    const notRecognised = nonsense.map((person) => alexaAccessOf(changed(`${system}/person`, person)));

    expect(recognised?.isPersonRecognised).toBe(true);
    expect(notRecognised.map((access) => access?.isPersonRecognised)).toEqual(nonsense.map(() => false));
  });

  it.each([
    { case: 'neither has linked an account', person: undefined, user: undefined, token: undefined },
    { case: 'the account holder has', person: null, user: 'of-user', token: 'of-user' },
    { case: 'both have', person: 'of-person', user: 'of-user', token: 'of-person' },
    { case: 'a token cannot stand in a header', person: 'a\r\nHost: b', user: 'of-user', token: 'of-user' },
    { case: 'a token is no text', person: 7, user: ['of-user'], token: undefined },
  ])('brings the token $token when $case', ({ person, user, token }) => {
    const envelope = changed(`${system}/person`, { personId: 'amzn1.ask.person.JOHN', accessToken: person });
    (envelope.context.System.user as unknown as Record<string, unknown>)['accessToken'] = user;

    expect(alexaAccessOf(envelope)?.linkedToken).toBe(token);
  });
});

describe('where a mobile device says it is', () => {
  const kindAt = (path: string, value: unknown): string | undefined =>
    alexaAccessOf(changed(`context/${path}`, value))?.geolocation.kind;

  it('is nowhere when the device cannot tell, whatever the customer allows', () => {
    for (const value of [undefined, null, false, 'yes'])
      expect(kindAt('System/device/supportedInterfaces/Geolocation', value)).toBe('none');
  });

  it.each([
    { case: 'has been refused', path: `scopes/${scope}`, value: { status: 'DENIED' } },
    { case: 'has not been asked for', path: 'scopes', value: {} },
    { case: 'is null', path: `scopes/${scope}`, value: null },
    { case: 'is not told', path: 'scopes', value: undefined },
  ])('wants a permission that $case', ({ path, value }) => {
    expect(kindAt(`System/user/permissions/${path}`, value)).toBe('permissionMissing');
  });

  it.each([
    { locationServices: { access: 'DISABLED', status: 'RUNNING' }, kind: 'none' },
    { locationServices: { access: 'ENABLED', status: 'STOPPED' }, kind: 'none' },
    { locationServices: { access: 'UNKNOWN', status: 'RUNNING' }, kind: 'coordinates' },
    { locationServices: undefined, kind: 'coordinates' },
    { locationServices: null, kind: 'coordinates' },
  ])('is $kind with location services $locationServices', ({ locationServices, kind }) => {
    expect(kindAt('Geolocation/locationServices', locationServices)).toBe(kind);
  });

  it.each([
    ['coordinate', null],
    ['coordinate/latitudeInDegrees', 90.1],
    ['coordinate/latitudeInDegrees', '47.61'],
    ['coordinate/latitudeInDegrees', Number.NaN],
    ['coordinate/longitudeInDegrees', -180.1],
    ['coordinate/longitudeInDegrees', undefined],
    ['coordinate/accuracyInMeters', -1],
    ['coordinate/accuracyInMeters', Number.POSITIVE_INFINITY],
    ['timestamp', undefined],
    ['timestamp', 1_790_000_000_000],
    ['timestamp', 'yesterday'],
    ['timestamp', '2026-11-18'],
    ['timestamp', '2026-11-18T15:00:00'],
    ['timestamp', '2026-13-18T15:00:00Z'],
    ['timestamp', '1969-11-18T15:00:00Z'],
  ])('is nowhere when %s is %p', (path, value) => {
    expect(kindAt(`Geolocation/${path}`, value)).toBe('none');
  });

  it.each([
    '2026-11-18T15:00:00Z',
    '2026-11-18T15:00:00.000Z',
    '2026-11-18T15:00:00Z+00:00',
    '2026-11-18T07:00:00-08:00',
  ])('was measured when the device says: %s', (timestamp) => {
    const access = alexaAccessOf(changed('context/Geolocation/timestamp', timestamp));

    expect(access?.geolocation).toHaveProperty('at', Date.parse('2026-11-18T15:00:00Z'));
  });
});

describe('hostile requests', () => {
  it.each([undefined, null, 7, 'x', [], { context: null }, { context: { System: null } }, { context: { System: 7 } }])(
    'let the skill do nothing: %j',
    (envelope) => {
      expect(alexaAccessOf(envelope as unknown as RequestEnvelope)).toBeUndefined();
    },
  );

  it('never make it throw, whatever stands where', () => {
    const paths = (value: unknown, at: string): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, member]) => [`${at}${name}`, ...paths(member, `${at}${name}/`)])
        : [];
    const everyPath = [...paths(fromPhone(), ''), `${system}/person`, `${system}/person/personId`, `${system}/unit`];

    fc.assert(
      fc.property(fc.constantFrom(...everyPath), fc.anything(), (path, value) => {
        alexaAccessOf(changed(path, value));
      }),
    );
  });
});
