import { AlexaApiUnderTest } from './alexa-api-fixture.ts';

const claims = { sub: 'customer-7', name: 'Jane Roe', phone_number: '+12065550100', account_number: '12345678' };
const linked = { accessToken: 'linked-jane', claims };
const john = { id: 'john', personId: 'amzn1.ask.person.JOHN', name: 'John Roe', accessToken: 'linked-john' };

let api: AlexaApiUnderTest;
afterEach(() => api.close());

async function userInfo(token: string | undefined, method = 'GET'): Promise<Response> {
  return fetch(`${api.home.api.openIdProvider}/userinfo`, {
    method,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
}

describe('the business whose account was linked', () => {
  it.each(['GET', 'POST'])('tells the bearer of the account’s token its claims, asked with %s', async (method) => {
    api = await AlexaApiUnderTest.start({ linked });

    const answer = await userInfo(linked.accessToken, method);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(claims);
  });

  it('tells who a speaker is by the speaker’s own token', async () => {
    api = await AlexaApiUnderTest.start({ linked, people: [john] });

    expect(await (await userInfo(john.accessToken)).json()).toEqual({ sub: john.personId, name: 'John Roe' });
  });

  it('tells what it knows of a speaker’s own account', async () => {
    api = await AlexaApiUnderTest.start({ people: [{ ...john, claims: { sub: 'customer-8', account_number: '22' } }] });

    const known = await (await userInfo(john.accessToken)).json();

    expect(known).toEqual({ sub: 'customer-8', name: 'John Roe', account_number: '22' });
  });

  it('does not know a token that was not linked, nor Alexa’s own', async () => {
    api = await AlexaApiUnderTest.start({ linked });

    for (const token of ['made-up', api.token]) {
      const answer = await userInfo(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    }
  });

  it('says no more than that it wants a token to whoever shows none', async () => {
    api = await AlexaApiUnderTest.start({ linked });

    const answer = await userInfo(undefined);

    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is asked with GET or POST', async () => {
    api = await AlexaApiUnderTest.start({ linked });

    const answer = await userInfo(linked.accessToken, 'DELETE');

    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });
});
