import { askerOf, authorOf, type ConsoleEvent } from '../../../../console/api/token.ts';

const asking = (claims: Readonly<Record<string, string>>): ConsoleEvent =>
  ({ requestContext: { authorizer: { jwt: { claims, scopes: null } } } }) as unknown as ConsoleEvent;

describe('whose token it was', () => {
  it.each([
    { case: 'the id of a person', claims: { sub: 'uuid-1', client_id: 'console', username: 'olivia' }, by: 'uuid-1' },
    { case: 'never the name', claims: { client_id: 'console', name: 'Olivia Operator' }, by: 'unidentified' },
    { case: "a machine's client", claims: { sub: 'uuid-2', client_id: 'crm' }, by: 'crm' },
    { case: 'the subject where no client is named', claims: { sub: 'uuid-3' }, by: 'uuid-3' },
    { case: 'nobody where nobody is named', claims: { sub: '' }, by: 'unidentified' },
  ])('is $case', ({ claims, by }) => {
    expect(askerOf(asking(claims as Record<string, string>))).toBe(by);
  });
});

describe('who it was, as colleagues know them', () => {
  const olivia = { sub: 'uuid-1', client_id: 'console', username: 'olivia' };

  it.each([
    {
      case: 'the e-mail address of a person',
      claims: { ...olivia, email: 'olivia@example.com' },
      by: 'olivia@example.com',
    },
    { case: 'the id of a person whose token has no address', claims: olivia, by: 'uuid-1' },
    { case: 'the id of a person whose address is empty', claims: { ...olivia, email: '' }, by: 'uuid-1' },
    { case: "a machine's client", claims: { sub: 'uuid-2', client_id: 'crm' }, by: 'crm' },
  ])('is $case', ({ claims, by }) => {
    expect(authorOf(asking(claims))).toBe(by);
  });

  it('is not who a log or a delivery receipt names', () => {
    expect(askerOf(asking({ ...olivia, email: 'olivia@example.com' }))).toBe('uuid-1');
  });
});
