import { callerLocationSchema } from '../../../../shared/contracts/call-context.ts';
import type { EpochMs } from '../../../../shared/domain/time.ts';
import type { GeolocationReading } from '../../../../skill/alexa-access.ts';
import type { Asked } from '../../../../skill/gathering/asking.ts';
import { timeLimits } from '../../../../skill/time-limits.ts';
import { TimersFake } from '../../../support/timers-fake.ts';
import { aCaller, given, type AlexaAnswer } from './a-caller.ts';

const now = new TimersFake().now();
const minute = 60_000;

describe('the address of the device', () => {
  it('is where the caller is, without street and city', async () => {
    const { location } = await aCaller().gather();

    expect(location).toEqual({
      kind: 'given',
      value: {
        source: 'deviceAddress',
        observedAt: now,
        countryCode: 'US',
        stateOrRegion: 'WA',
        postalCode: '98109',
        coordinates: { latitude: expect.closeTo(47.63, 1), longitude: expect.closeTo(-122.34, 1) },
      },
    });
  });

  it.each([{ status: 403 }, { status: 204 }, { status: 500 }, given({}), given('Seattle')] as AlexaAnswer[])(
    'is taken by country and postal code when the full one answers %j',
    async (address) => {
      const { location } = await aCaller({ alexa: { address } }).gather();

      expect(location).toMatchObject({ kind: 'given', value: { countryCode: 'US', postalCode: '98109' } });
      expect(location).not.toHaveProperty('value.stateOrRegion');
    },
  );

  it.each([{ status: 403 }, { status: 204 }, { status: 500 }] as AlexaAnswer[])(
    'is taken in full when country and postal code answer %j',
    async (shortAddress) => {
      const { location } = await aCaller({ alexa: { shortAddress } }).gather();

      expect(location).toMatchObject({ kind: 'given', value: { stateOrRegion: 'WA' } });
    },
  );

  it('abroad has no coordinates', async () => {
    const address = given({ countryCode: 'ca', stateOrRegion: 'BC', postalCode: ' V6B 1A1 ' });

    const { location } = await aCaller({ alexa: { address } }).gather();

    expect(location).toEqual({
      kind: 'given',
      value: {
        source: 'deviceAddress',
        observedAt: now,
        countryCode: 'CA',
        stateOrRegion: 'BC',
        postalCode: 'V6B 1A1',
      },
    });
  });

  it.each([
    { countryCode: 'United States', stateOrRegion: 'W'.repeat(101), postalCode: '9'.repeat(21) },
    { countryCode: null, stateOrRegion: '', postalCode: null },
    { countryCode: 840, stateOrRegion: ['WA'], postalCode: 98_109 },
  ])('is not given when nothing in it is of use: %j', async (nonsense) => {
    const caller = aCaller({ alexa: { address: given(nonsense), shortAddress: given(nonsense) } });

    expect((await caller.gather()).location).toEqual({ kind: 'notGiven' });
  });
});

describe('without an address', () => {
  const forbidden: AlexaAnswer = { status: 403, body: { type: 'FORBIDDEN', message: 'no' } };
  const nothing: AlexaAnswer = { status: 204 };
  const busy: AlexaAnswer = { status: 429, body: { type: 'TOO_MANY_REQUESTS', message: 'later' } };

  it.each([
    { address: forbidden, shortAddress: forbidden, kind: 'permissionMissing' },
    { address: nothing, shortAddress: nothing, kind: 'notGiven' },
    { address: busy, shortAddress: busy, kind: 'unavailable' },
    { address: { status: 401 }, shortAddress: { status: 401 }, kind: 'unavailable' },
    { address: { status: 500 }, shortAddress: 'no connection', kind: 'unavailable' },
    { address: { status: 405 }, shortAddress: forbidden, kind: 'unavailable' },
    { address: forbidden, shortAddress: busy, kind: 'unavailable' },
    { address: forbidden, shortAddress: nothing, kind: 'notGiven' },
    { address: nothing, shortAddress: forbidden, kind: 'notGiven' },
    { address: busy, shortAddress: nothing, kind: 'notGiven' },
  ] as { address: AlexaAnswer; shortAddress: AlexaAnswer; kind: Asked<unknown>['kind'] }[])(
    'the place is $kind when Alexa answers $address and $shortAddress',
    async ({ address, shortAddress, kind }) => {
      const { location } = await aCaller({ alexa: { address, shortAddress } }).gather();

      expect(location).toEqual({ kind });
    },
  );

  it('what fails is logged by its code', async () => {
    const caller = aCaller({ alexa: { address: busy, shortAddress: forbidden } });

    await caller.gather();

    expect(caller.log).toEqual([
      expect.objectContaining({ event: 'alexa-address-failed', status: 429, code: 'TOO_MANY_REQUESTS' }),
    ]);
  });

  it.each([
    { place: 'needed', milliseconds: timeLimits.gatheringMs },
    { place: 'welcome', milliseconds: timeLimits.gatheringMs / 2 },
  ] as const)('a place that is $place is waited for $milliseconds ms', async ({ place, milliseconds }) => {
    const caller = aCaller({ alexa: { address: 'never', shortAddress: 'never' } });
    let answered = false;

    const facts = caller.gather(place).finally(() => (answered = true));
    await caller.timers.advanceBy(milliseconds - 1);
    const tooEarly = answered;
    await caller.timers.advanceBy(1);

    expect(tooEarly).toBe(false);
    expect((await facts).location).toEqual({ kind: 'unavailable' });
    expect(caller.log).toMatchObject([
      { event: 'alexa-address-late', milliseconds },
      { event: 'alexa-country-and-postal-code-late', milliseconds },
    ]);
  });
});

describe('a mobile device that tells where it is', () => {
  const reading = (ageMs: number, accuracyMeters: number): GeolocationReading => ({
    kind: 'coordinates',
    coordinates: { latitude: 47.61, longitude: -122.33 },
    accuracyMeters,
    at: (now - ageMs) as EpochMs,
  });

  it.each([
    { case: 'just now, to the metre', ageMs: 0, accuracyMeters: 1 },
    { case: 'five minutes ago, to a kilometre', ageMs: 5 * minute, accuracyMeters: 1000 },
    { case: 'by a clock that is a minute ahead', ageMs: -minute, accuracyMeters: 12 },
  ])('is believed, and no address asked for: $case', async ({ ageMs, accuracyMeters }) => {
    const caller = aCaller({ access: { geolocation: reading(ageMs, accuracyMeters) } });

    const { location } = await caller.gather();

    expect(location).toEqual({
      kind: 'given',
      value: {
        source: 'geolocation',
        observedAt: now - ageMs,
        coordinates: { latitude: 47.61, longitude: -122.33 },
      },
    });
    expect(caller.asked).toEqual(['name', 'number']);
  });

  it.each([
    { case: 'too old', geolocation: reading(5 * minute + 1, 10) },
    { case: 'from the future', geolocation: reading(-5 * minute - 1, 10) },
    { case: 'too inexact', geolocation: reading(0, 1000.5) },
    { case: 'not allowed', geolocation: { kind: 'permissionMissing' } },
    { case: 'not there', geolocation: { kind: 'none' } },
  ] as { case: string; geolocation: GeolocationReading }[])(
    'leaves it to the address when what it tells is $case',
    async ({ geolocation }) => {
      const { location } = await aCaller({ access: { geolocation } }).gather();

      expect(location).toMatchObject({ kind: 'given', value: { source: 'deviceAddress' } });
    },
  );
});

it('keeps of every place only what a call context takes', async () => {
  const address = given({ countryCode: 'us', stateOrRegion: ' W\nA ', postalCode: '98109-1234', city: 'Seattle' });

  const { location } = await aCaller({ alexa: { address } }).gather();

  const { value } = location as Extract<typeof location, { kind: 'given' }>;
  expect(callerLocationSchema.parse(value)).toEqual(value);
});
