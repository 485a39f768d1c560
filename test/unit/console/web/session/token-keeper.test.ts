import type { Grant } from '../../../../../console/web/session/grant.ts';
import { SignedOut } from '../../../../../console/web/session/session.ts';
import { TokenKeeper, type Renewal } from '../../../../../console/web/session/token-keeper.ts';

const hour = 3_600_000;

function grantAt(issuedAt: number, accessToken: string, lifeMs = hour): Grant {
  return { accessToken, issuedAt, expiresAt: issuedAt + lifeMs, userId: 'u', name: 'Olivia', groups: ['operator'] };
}

function aKeeper({ lifeMs = hour } = {}) {
  const time = { now: 0 };
  const changes: (Grant | undefined)[] = [];
  const unwanted: Grant[] = [];
  const renewals: PromiseWithResolvers<Renewal>[] = [];
  const keeper = new TokenKeeper({
    grant: grantAt(0, 'first', lifeMs),
    renew: () => {
      const renewal = Promise.withResolvers<Renewal>();
      renewals.push(renewal);
      return renewal.promise;
    },
    now: () => time.now,
    onChange: (grant) => changes.push(grant),
    onUnwanted: (grant) => unwanted.push(grant),
  });
  return { keeper, time, changes, unwanted, renewals };
}

describe('The keeper of tokens', () => {
  it('gives the token while it is good', async () => {
    const { keeper, time, renewals } = aKeeper();
    time.now = hour - 31_000;

    await expect(keeper.token()).resolves.toBe('first');
    expect(renewals).toHaveLength(0);
  });

  it.each([
    ['an hour', hour, hour - 30_000],
    ['ten seconds', 10_000, 8000],
  ])('renews a token of %s shortly before it ends', async (_, lifeMs, at) => {
    const { keeper, time, renewals } = aKeeper({ lifeMs });
    time.now = at;

    const token = keeper.token();
    renewals[0]!.resolve({ kind: 'renewed', grant: grantAt(at, 'second') });

    await expect(token).resolves.toBe('second');
  });

  it('renews once, however many ask', async () => {
    const { keeper, time, renewals, changes } = aKeeper();
    time.now = hour;

    const tokens = Promise.all([keeper.token(), keeper.token(), keeper.token('first')]);
    renewals[0]!.resolve({ kind: 'renewed', grant: grantAt(hour, 'second') });

    await expect(tokens).resolves.toEqual(['second', 'second', 'second']);
    expect(renewals).toHaveLength(1);
    expect(changes.map((grant) => grant?.accessToken)).toEqual(['second']);
  });

  it('renews a token that the API refused, and not one that came after it', async () => {
    const { keeper, renewals } = aKeeper();

    const second = keeper.token('first');
    renewals[0]!.resolve({ kind: 'renewed', grant: grantAt(0, 'second') });
    await second;

    await expect(keeper.token('first')).resolves.toBe('second');
    expect(renewals).toHaveLength(1);
  });

  it('says that nobody is signed in any more when renewal is refused, and does not ask again', async () => {
    const { keeper, renewals, changes } = aKeeper();

    const token = keeper.token('first');
    renewals[0]!.resolve({ kind: 'refused' });

    await expect(token).rejects.toBeInstanceOf(SignedOut);
    await expect(keeper.token()).rejects.toBeInstanceOf(SignedOut);
    expect(renewals).toHaveLength(1);
    expect(changes).toEqual([undefined]);
  });

  it('keeps the grant when the issuer does not answer, and asks again the next time', async () => {
    const { keeper, renewals, changes } = aKeeper();

    const token = keeper.token('first');
    renewals[0]!.resolve({ kind: 'unreachable', cause: new Error('offline') });

    await expect(token).rejects.not.toBeInstanceOf(SignedOut);
    const next = keeper.token('first');
    renewals[1]!.resolve({ kind: 'renewed', grant: grantAt(0, 'second') });
    await expect(next).resolves.toBe('second');
    expect(changes).toHaveLength(1);
  });

  it('goes on with what somebody signed in with again', async () => {
    const { keeper, renewals } = aKeeper();
    const token = keeper.token('first');
    renewals[0]!.resolve({ kind: 'refused' });
    await token.catch(() => undefined);

    keeper.replace(grantAt(0, 'third'));

    await expect(keeper.token()).resolves.toBe('third');
  });

  it('prefers a new sign-in to a renewal that was under way', async () => {
    const { keeper, renewals } = aKeeper();
    const token = keeper.token('first');

    keeper.replace(grantAt(0, 'third'));
    renewals[0]!.resolve({ kind: 'refused' });

    await expect(token).resolves.toBe('third');
  });

  it('does not sign anybody in again by a renewal that was under way when they signed out', async () => {
    const { keeper, renewals, changes, unwanted } = aKeeper();
    const token = keeper.token('first');

    const before = keeper.signOut();
    renewals[0]!.resolve({ kind: 'renewed', grant: grantAt(0, 'second') });

    await expect(token).rejects.toBeInstanceOf(SignedOut);
    await expect(keeper.token()).rejects.toBeInstanceOf(SignedOut);
    expect(before?.accessToken).toBe('first');
    expect(changes).toEqual([]);
    expect(unwanted.map(({ accessToken }) => accessToken)).toEqual(['second']);
  });

  it('does not sign anybody in again by a window that comes back after they signed out', async () => {
    const { keeper, changes, unwanted } = aKeeper();
    keeper.signOut();

    keeper.replace(grantAt(0, 'third'));

    await expect(keeper.token()).rejects.toBeInstanceOf(SignedOut);
    expect(changes).toEqual([]);
    expect(unwanted).toHaveLength(1);
  });
});
