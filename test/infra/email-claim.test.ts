import { handler } from '../../infra/aws/console-scopes/index.ts';

/** As Amazon Cognito sends it for somebody who signs in (developer guide, pre token generation Lambda trigger, version 2). */
const eventWith = (userAttributes: unknown): object => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  userName: '0b4fd9a6-4c3a-4d0e-9e58-6f0e7d6a3f11',
  request: { userAttributes, groupConfiguration: { groupsToOverride: ['operator'] }, scopes: ['openid'] },
  response: {},
});

describe('the access token of a person', () => {
  it.each([
    {
      case: 'names the e-mail address that is known to be theirs',
      attributes: { sub: 'uuid-1', email: 'ada@example.com', email_verified: 'true', name: 'Ada' },
      added: { email: 'ada@example.com' },
    },
    {
      case: 'names no address that nobody has verified',
      attributes: { sub: 'uuid-1', email: 'ada@example.com', email_verified: 'false' },
      added: {},
    },
    { case: 'is had without an address', attributes: { sub: 'uuid-1' }, added: {} },
    { case: 'is had without attributes', attributes: null, added: {} },
  ])('$case', async ({ attributes, added }) => {
    expect(await handler(eventWith(attributes))).toMatchObject({
      response: {
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { claimsToAddOrOverride: added, scopesToSuppress: [] },
        },
      },
    });
  });

  it('names no address where there is none to name', async () => {
    const answer = JSON.stringify(await handler(eventWith({ sub: 'uuid-1' })));

    expect(answer).toContain('"claimsToAddOrOverride":{}');
  });
});
