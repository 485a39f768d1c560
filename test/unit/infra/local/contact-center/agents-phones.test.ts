import { AgentsPhones, type Ring } from '../../../../../infra/local/contact-center/agents-phones.ts';
import { idsFake } from '../../../../support/ids-fake.ts';

interface RingFake extends Ring {
  readonly heard: string[];
  readonly over: () => void;
}

function aRing(): RingFake {
  const { promise: ended, resolve: over } = Promise.withResolvers<void>();
  const heard: string[] = [];
  return {
    destination: 'branch:tacoma',
    ended,
    heard,
    over,
    answer: async () => ({ hangUp: () => void heard.push('hung up'), ended }),
    decline: () => void heard.push('declined'),
  };
}

describe('the telephones on the agent’s desk', () => {
  it('ring until they are answered, and are talked on until they are put down', async () => {
    const phones = new AgentsPhones(idsFake());
    const ring = aRing();

    const { phone } = phones.ring(ring);
    const ringing = phones.phones;
    await phones.handle(phone, 'answer');
    const talking = phones.phones;
    await phones.handle(phone, 'hang-up');

    expect(ringing).toMatchObject([{ phone, destination: 'branch:tacoma', state: 'ringing' }]);
    expect(talking).toMatchObject([{ phone, state: 'talking' }]);
    expect(phones.phones).toEqual([]);
    expect(ring.heard).toEqual(['hung up']);
  });

  it('stop ringing when the caller gives up', async () => {
    const phones = new AgentsPhones(idsFake());
    const ring = aRing();
    const { phone } = phones.ring(ring);

    ring.over();
    await ring.ended;

    expect(phones.phones).toEqual([]);
    expect(await phones.handle(phone, 'answer')).toBe('unknown');
  });

  it('give one talk to two who answer at once', async () => {
    const phones = new AgentsPhones(idsFake());
    const { phone } = phones.ring(aRing());

    const outcomes = await Promise.all([phones.handle(phone, 'answer'), phones.handle(phone, 'answer')]);

    expect(outcomes).toEqual(['done', 'notNow']);
  });

  it('cannot be put down while they ring, or declined while they are talked on', async () => {
    const phones = new AgentsPhones(idsFake());
    const [first, second] = [phones.ring(aRing()), phones.ring(aRing())];
    await phones.handle(second.phone, 'answer');

    const outcomes = [await phones.handle(first.phone, 'hang-up'), await phones.handle(second.phone, 'decline')];

    expect(outcomes).toEqual(['notNow', 'notNow']);
  });

  it('tell a caller who is declined', async () => {
    const phones = new AgentsPhones(idsFake());
    const ring = aRing();

    await phones.handle(phones.ring(ring).phone, 'decline');

    expect([ring.heard, phones.phones]).toEqual([['declined'], []]);
  });
});
