import { Grants } from '../../../../../infra/local/api-gateway/sign-in/grants.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const redirectUri = 'http://localhost:8400/signed-in';
const client = { clientId: 'console', redirectUris: [redirectUri], logoutUris: [], scopes: ['openid'] };
const person = { id: 'vera', name: 'Vera Viewer', email: 'vera@example.com', groups: ['viewer'], sub: 'a-uuid' };
const asked = { clientId: 'console', redirectUri, codeVerifier: undefined };
const minute = 60_000;

describe('what is granted to people', () => {
  it('is a code that is good for five minutes', async () => {
    const time = new TimersFake();
    const grants = new Grants(time, systemIds);
    const [early, late] = [1, 2].map(() => grants.code(person, { client, redirectUri, scopes: ['openid'] }));

    await time.advanceBy(5 * minute - 1);
    const inTime = grants.redeem(early!, asked);
    await time.advanceBy(1);

    expect(inTime?.person.id).toBe('vera');
    expect(grants.redeem(late!, asked)).toBeUndefined();
  });

  it('is a refresh token that is good for twelve hours, for the same client', async () => {
    const time = new TimersFake();
    const grants = new Grants(time, systemIds);
    const signIn = grants.redeem(grants.code(person, { client, redirectUri, scopes: ['openid'] }), asked)!;
    const token = grants.refreshToken(signIn);

    await time.advanceBy(12 * 60 * minute - 1);
    const [ours, theirs] = [grants.refresh(token, 'console'), grants.refresh(token, 'spy')];
    await time.advanceBy(1);

    expect([ours?.person.id, theirs]).toEqual(['vera', undefined]);
    expect(grants.refresh(token, 'console')).toBeUndefined();
  });
});
