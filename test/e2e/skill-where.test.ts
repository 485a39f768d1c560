import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { accountNumber, anExampleBank, type CloudFixture, type Talk } from '../support/local-cloud-fixture.ts';

const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber] as const;
/** Country and postal code: what can be asked for by voice. */
const address = 'alexa:devices:all:address:country_and_postal_code:read';
const geolocation = 'alexa::devices:all:geolocation:read';
const withoutPlace = [
  'alexa::profile:name:read',
  'alexa::profile:mobile_number:read',
  'amazon_communication::calling',
] as const;
/** In whichever of the spellings that Amazon's pages have for it. */
const postalCodeScope: unknown = expect.stringMatching(/address:country_and_postal_code:read$/);
/** Some blocks from the branch in Tacoma. */
const nearTacoma = { latitudeInDegrees: 47.2565, longitudeInDegrees: -122.4396, accuracyInMeters: 15 } as const;

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank(inSpokane);
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
beforeEach(() => {
  bank.cloud.alexa.household.allowOnly(withoutPlace);
  bank.cloud.alexa.household.geolocation = undefined;
});
afterEach(async () => {
  bank.cloud.alexa.faults.clear();
  await bank.hangUp();
});

/** The Echo stands where only one branch is near. */
function inSpokane(tenant: Tenant): Tenant {
  const { account } = tenant;
  const place = { city: 'Spokane', stateOrRegion: 'WA', postalCode: '99201', countryCode: 'US' };
  return { ...tenant, account: { ...account, device: { ...account.device, address: place } } };
}

const branch = (id: string): Partial<Talk> => ({
  destination: expect.objectContaining({ kind: 'branch', id }) as Talk['destination'],
  heard: [true, true],
});

describe('a caller who wants the nearest branch', () => {
  it('is asked by voice whether the skill may know where the Echo stands, and gets the branch next to it', async () => {
    const { order, speech } = await bank.ask(...branchVisit, 'yes', 'yes');

    const talk = await bank.talk(order);

    expect(speech[1]).toMatch(/country and postal code of your device/);
    expect(speech[2]).toMatch(/Would you like me to call now\?$/);
    expect(bank.cloud.alexa.household.grantedPermissions).toContainEqual(postalCodeScope);
    expect(talk).toMatchObject(branch('spokane'));
  });

  it('and keeps the address tells a ZIP code instead, of which the nearest open branch rings', async () => {
    const { order, speech } = await bank.ask(...branchVisit, 'no', 'nine eight one zero nine', 'yes');

    const talk = await bank.talk(order);

    expect(speech[2]).toMatch(/ZIP code\?$/);
    expect(bank.cloud.alexa.household.grantedPermissions).not.toContainEqual(postalCodeScope);
    expect(talk).toMatchObject(branch('seattle-downtown'));
  });

  it('and tells no place at all speaks with the contact centre', async () => {
    const order = await bank.ordered(...branchVisit, 'no', 'skip that', 'yes');

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({
      destination: { kind: 'contactCenter' },
      contextSeen: { reason: 'my nearest branch' },
    });
  });

  it('is asked for the ZIP code when Alexa does not tell the address', async () => {
    bank.cloud.alexa.household.grant([address]);
    bank.cloud.alexa.faults.next('address', 500, 4);

    const { order, speech } = await bank.ask(...branchVisit, '98109', 'yes');
    const talk = await bank.talk(order);

    expect(speech[1]).toMatch(/ZIP code\?$/);
    expect(talk).toMatchObject(branch('seattle-downtown'));
  });

  it('is believed when they name a ZIP code in passing, wherever the Echo stands', async () => {
    bank.cloud.alexa.household.grant([address]);

    const order = await bank.ordered('ask example bank to call my nearest branch near 98109', accountNumber, 'yes');
    const talk = await bank.talk(order);

    expect(talk).toMatchObject(branch('seattle-downtown'));
  });

  it('on the road near Tacoma gets the branch there, not the one at home', async () => {
    bank.cloud.alexa.household.grant([address, geolocation]);
    bank.cloud.alexa.household.geolocation = { coordinate: nearTacoma };

    const order = await bank.ordered(...branchVisit, 'yes');
    const talk = await bank.talk(order);

    expect(talk).toMatchObject(branch('tacoma'));
  });

  it('who was near Tacoma an hour ago gets the one at home', async () => {
    bank.cloud.alexa.household.grant([address, geolocation]);
    bank.cloud.alexa.household.geolocation = { coordinate: nearTacoma, ageSeconds: 3600 };

    const order = await bank.ordered(...branchVisit, 'yes');
    const talk = await bank.talk(order);

    expect(talk).toMatchObject(branch('spokane'));
  });
});
