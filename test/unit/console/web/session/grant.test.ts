import { grantOf } from '../../../../../console/web/session/grant.ts';

const tokenOf = (claims: object): string =>
  `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('who is signed in', () => {
  it.each([
    {
      case: 'by the address of the access token',
      claims: { sub: 'uuid-1', email: 'olivia@example.com' },
      as: 'olivia@example.com',
    },
    { case: 'by their id where it has none', claims: { sub: 'uuid-1' }, as: 'uuid-1' },
    { case: 'by their id where it is empty', claims: { sub: 'uuid-1', email: '' }, as: 'uuid-1' },
  ])('is known as drafts and changes name them: $case', ({ claims, as }) => {
    expect(grantOf({ access_token: tokenOf(claims) }, {}, 0).userId).toBe(as);
  });

  it('is not known by an address that the ID token alone has, which the API does not see', () => {
    const idClaims = { email: 'olivia@example.com', name: 'Olivia' };

    expect(grantOf({ access_token: tokenOf({ sub: 'uuid-1' }) }, idClaims, 0)).toMatchObject({
      userId: 'uuid-1',
      name: 'Olivia',
    });
  });
});
