import {
  LinkedProfileError,
  openIdLinkedProfiles,
} from '../../../../../shared/adapters/alexa/open-id-linked-profiles.ts';
import type { LinkedProfile, LinkedProfiles } from '../../../../../shared/ports/linked-profiles.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { anAlexaEndpoint, type AlexaEndpoint, type Answer } from './an-alexa-endpoint.ts';
import { answeringFrom } from './answering-from.ts';

const timeoutMs = 1500;
const accountClaim = 'https://bank.example/account_number';

function profilesAt(provider: AlexaEndpoint, timers = new TimersFake()): LinkedProfiles {
  return openIdLinkedProfiles({ userInfoUrl: `${provider.origin}/oauth/userinfo?v=1`, accountClaim, timers });
}

async function profileOf(answer: Answer): Promise<LinkedProfile | undefined> {
  await using provider = await anAlexaEndpoint(answer);
  return await profilesAt(provider).of('linked-token', { timeoutMs });
}

const claims = (body: Record<string, unknown>): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ sub: '248289761001', ...body }),
});

describe('the profile of a linked account', () => {
  it('is asked for with the token, and nothing but', async () => {
    await using provider = await anAlexaEndpoint(claims({}));

    await profilesAt(provider).of('linked-token', { timeoutMs });

    expect(provider.received).toMatchObject([
      {
        method: 'GET',
        url: '/oauth/userinfo?v=1',
        headers: { authorization: 'Bearer linked-token', accept: 'application/json' },
        body: '',
      },
    ]);
  });

  it.each([
    {
      case: 'everything',
      body: { name: ' Jane\nRoe ', phone_number: '+12065550100', [accountClaim]: '4711' },
      profile: { name: 'Jane Roe', phoneNumber: '+12065550100', accountId: '4711' },
    },
    {
      case: 'a number as the specification writes it',
      body: { phone_number: '+1 (206) 555-0100;ext=77', phone_number_verified: true },
      profile: { phoneNumber: '+12065550100' },
    },
    {
      case: 'a number that has not been verified',
      body: { phone_number: '+12065550100', phone_number_verified: false },
      profile: {},
    },
    { case: 'a number without its country', body: { phone_number: '206-555-0100' }, profile: {} },
    { case: 'an account that is a number', body: { [accountClaim]: 4711 }, profile: { accountId: '4711' } },
    { case: 'an account that JSON cannot hold', body: { [accountClaim]: 2 ** 53 }, profile: {} },
    { case: 'an account below nothing', body: { [accountClaim]: -4711 }, profile: {} },
    { case: 'an account that is too long', body: { [accountClaim]: '4'.repeat(65) }, profile: {} },
    { case: 'nothing', body: {}, profile: {} },
    { case: 'nulls', body: { name: null, phone_number: null, [accountClaim]: null }, profile: {} },
    { case: 'other types', body: { name: ['Jane'], phone_number: 12_065_550_100, [accountClaim]: {} }, profile: {} },
    { case: 'blanks', body: { name: ' \t', phone_number: ' ', [accountClaim]: '' }, profile: {} },
  ])('is made of $case', async ({ body, profile }) => {
    expect(await profileOf(claims(body))).toEqual(profile);
  });

  it('has no account where no claim is named, not even an inherited one', async () => {
    await using provider = await anAlexaEndpoint(claims({ account: '4711' }));
    const userInfoUrl = provider.origin;
    const timers = new TimersFake();

    for (const claim of [undefined, 'constructor', 'toString'])
      expect(await openIdLinkedProfiles({ userInfoUrl, accountClaim: claim, timers }).of('t', { timeoutMs })).toEqual(
        {},
      );
  });
});

describe('without a profile', () => {
  it('a token that is not taken is as good as none', async () => {
    expect(await profileOf({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })).toBe(
      undefined,
    );
  });

  it.each([
    { status: 403 },
    { status: 429 },
    { status: 500, body: 'down' },
    { status: 204 },
    { status: 200, body: '' },
    { status: 200, body: '<html>' },
    { status: 200, body: 'eyJ0eXAi.eyJzdWIi.c2ln' },
    { status: 200, body: '["Jane"]' },
    { status: 200, body: 'null' },
  ] as Answer[])('%j is an error with its status', async (answer) => {
    await expect(profileOf(answer)).rejects.toMatchObject({ name: 'LinkedProfileError', status: answer.status });
  });

  it('an answer of more than 64 kB is refused', async () => {
    const fits = claims({ name: 'Jane', filler: 'x'.repeat(63 * 1024) });
    const tooLong = claims({ name: 'Jane', filler: 'x'.repeat(64 * 1024) });

    expect(await profileOf(fits)).toEqual({ name: 'Jane' });
    await expect(profileOf(tooLong)).rejects.toThrow(LinkedProfileError);
  });

  it('no answer in time is an error, and the connection is let go', async () => {
    await using provider = await anAlexaEndpoint('never');
    const timers = new TimersFake();

    const profile = profilesAt(provider, timers).of('linked-token', { timeoutMs });
    const refused = expect(profile).rejects.toThrow('no profile within 1500 ms');
    await timers.advanceBy(timeoutMs);

    await refused;
    expect(timers.pending).toBe(0);
  });

  it('a token does not follow a redirect', async () => {
    await using elsewhere = await anAlexaEndpoint(claims({ name: 'Jane' }));

    await expect(profileOf({ status: 302, headers: { location: elsewhere.origin } })).rejects.toThrow(
      LinkedProfileError,
    );
    expect(elsewhere.received).toEqual([]);
  });

  it('a kept connection that has been closed meanwhile is made again, once', async () => {
    await using once = await anAlexaEndpoint(answeringFrom(1, claims({ name: 'Jane' })));
    await using twice = await anAlexaEndpoint(answeringFrom(2, claims({ name: 'Jane' })));

    expect(await profilesAt(once).of('linked-token', { timeoutMs })).toEqual({ name: 'Jane' });
    await expect(profilesAt(twice).of('linked-token', { timeoutMs })).rejects.toThrow(LinkedProfileError);
  });

  it.each([500, 200])('no error tells the token or what was answered with %i', async (status) => {
    await expect(profileOf({ status, body: 'Jane Roe' })).rejects.toMatchObject({
      message: expect.not.stringMatching(/Jane|linked-token/),
    });
  });
});

it.each(['http://bank.example/userinfo', 'https://jane:secret@bank.example/', 'ftp://bank.example', 'userinfo', ''])(
  'sends no token to "%s"',
  (userInfoUrl) => {
    expect(() => openIdLinkedProfiles({ userInfoUrl, timers: new TimersFake() })).toThrow(RangeError);
  },
);
