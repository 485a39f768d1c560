import { openTrunk, rings, talking, type Trunk } from './trunk-fixture.ts';

describe('watchers of a call through a trunk', () => {
  let trunk: Trunk;
  beforeEach(async () => {
    trunk = await openTrunk();
  });
  afterEach(() => trunk.close());

  it('are told of its legs and its end', async () => {
    const { alice } = await talking(trunk);
    alice.hangUp();
    await trunk.over();

    expect(trunk.told).toEqual(['LEG-A Inbound', 'LEG-B rings', 'LEG-B Outbound', 'over']);
  });

  it('are told which route was passed over, and why', async () => {
    const other = await openTrunk();
    try {
      other.bob.onRing = (ringing) => ringing.decline(503);
      trunk.peers = [{ ...trunk.bob.address, protocol: 'TLS' }, other.bob.address, trunk.bob.address];

      await talking(trunk);

      expect(trunk.told).toEqual([
        'LEG-A Inbound',
        'LEG-B rings',
        'LEG-B rings',
        `another route has answered: vc/office: 127.0.0.1:${trunk.bob.address.port}: unreachable (its protocol is not spoken here); 127.0.0.1:${other.bob.address.port}: 503 Service Unavailable`,
        'LEG-B Outbound',
      ]);
    } finally {
      await other.close();
    }
  });

  it('are told why nobody has answered', async () => {
    trunk.bob.onRing = (ringing) => ringing.decline(603);

    await (
      await trunk.dial()
    ).outcome;
    await trunk.over();

    expect(trunk.told.slice(2)).toEqual([`vc/office: 127.0.0.1:${trunk.bob.address.port}: 603 Decline`, 'over']);
  });

  it('are told nothing of routes when the caller has given up', async () => {
    const ringing = rings(trunk.bob);
    const dialled = await trunk.dial();
    await ringing;

    dialled.hangUp();
    await trunk.over();

    expect(trunk.told).toEqual(['LEG-A Inbound', 'LEG-B rings', 'over']);
  });
});
