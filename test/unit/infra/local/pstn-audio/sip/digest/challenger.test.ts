import { authorize } from '../../../../../../../infra/local/pstn-audio/sip/digest/authorize.ts';
import { parseDigest } from '../../../../../../../infra/local/pstn-audio/sip/digest/auth-params.ts';
import {
  createDigestChallenger,
  type DigestChallengerOptions,
} from '../../../../../../../infra/local/pstn-audio/sip/digest/challenger.ts';
import {
  noBody,
  type SipHeader,
  type SipRequest,
} from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';

const alice = { username: 'alice', password: 'wonderland' };
const passwordOf = (username: string): string | undefined => (username === alice.username ? alice.password : undefined);

function door(options: Partial<DigestChallengerOptions> = {}) {
  const clock = new TimersFake();
  const ids = idsFake();
  const challenger = createDigestChallenger({ realm: 'trunk.example.com', ids, clock, ...options });
  /** A phone that answers one challenge, any number of times. */
  const phone = (credentials = alice, challenge = challenger.challenge()) => {
    const status = challenger.status;
    const response = { kind: 'response', status, reason: '', headers: [challenge], body: noBody } as const;
    const authorization = authorize(response, credentials, ids)!;
    return () => authorization.header('INVITE', 'sip:+12065550100@trunk.example.com');
  };
  const verify = (...headers: SipHeader[]) => challenger.verify(invite(headers), passwordOf);
  return { clock, challenger, phone, verify };
}

function invite(headers: readonly SipHeader[], method = 'INVITE'): SipRequest {
  return { kind: 'request', method, uri: 'sip:+12065550100@trunk.example.com', headers, body: noBody };
}

function changed({ name, value }: SipHeader, from: RegExp | string, to: string): SipHeader {
  expect(value).toMatch(from);
  return { name, value: value.replace(from, to) };
}

describe('a digest challenge', () => {
  it.each([
    { as: 'proxy' as const, status: 407, name: 'Proxy-Authenticate' },
    { as: 'server' as const, status: 401, name: 'WWW-Authenticate' },
  ])('of a $as comes with $status in $name', ({ as, status, name }) => {
    const { challenger } = door({ as });

    const challenge = challenger.challenge();

    expect(challenger.status).toBe(status);
    expect(challenge.name).toBe(name);
    expect(challenge.value).toMatch(
      /^Digest realm="trunk\.example\.com", nonce="[\w.-]{30,}", algorithm=MD5, qop="auth"$/,
    );
    expect(challenger.challenge().value).not.toBe(challenge.value);
  });

  it.each([{ algorithm: 'MD5' as const }, { algorithm: 'SHA-256' as const }])(
    'with $algorithm is met by the right password',
    ({ algorithm }) => {
      const { phone, verify } = door({ algorithm });

      expect(verify(phone()())).toBe('accepted');
    },
  );

  it('is met with any case of algorithm, of hexadecimal digits and with other credentials beside', () => {
    const { phone, verify } = door();
    const other = { name: 'Proxy-Authorization', value: 'Digest username="x", realm="other", nonce="1", uri="sip:x"' };
    const header = changed(phone()(), 'algorithm=MD5', 'algorithm=md5');

    expect(
      verify(
        other,
        changed(
          header,
          /response="\w+"/,
          header.value.match(/response="\w+"/)![0].replace(/[a-f]/g, (digit) => digit.toUpperCase()),
        ),
      ),
    ).toBe('accepted');
  });

  it.each([
    { case: 'a wrong password', credentials: { ...alice, password: 'looking-glass' } },
    { case: 'a user whom nobody knows', credentials: { ...alice, username: 'mallory' } },
  ])('is not met by $case', ({ credentials }) => {
    const { phone, verify } = door();

    expect(verify(phone(credentials)())).toBe('refused');
  });

  it.each<{ case: string; from: RegExp | string; to: string }>([
    { case: 'another address in it', from: 'uri="sip:+1206', to: 'uri="sip:+1900' },
    { case: 'a count that was not hashed', from: 'nc=00000001', to: 'nc=00000002' },
    { case: 'a count that is none', from: 'nc=00000001', to: 'nc=1' },
    { case: 'another quality of protection', from: 'qop=auth', to: 'qop=auth-int' },
    { case: 'a weaker algorithm than was asked for', from: 'algorithm=SHA-256', to: 'algorithm=MD5' },
    { case: 'an algorithm that nobody knows', from: 'algorithm=SHA-256', to: 'algorithm=ROT13' },
    { case: 'a nonce of their own making', from: /nonce="[^.]+/, to: 'nonce="zzzzzzzz' },
    { case: 'a part missing', from: / response="\w+",/, to: '' },
    { case: 'a part twice', from: 'qop=auth', to: 'qop=auth, username="alice"' },
    { case: 'a quote left open', from: /"$|qop=auth/, to: 'opaque="' },
  ])('is not met by credentials with $case', ({ from, to }) => {
    const { phone, verify } = door({ algorithm: 'SHA-256' });

    expect(verify(changed(phone()(), from, to))).toBe('refused');
  });

  it('is not met by credentials for another method', () => {
    const { challenger, phone } = door();

    expect(challenger.verify(invite([phone()()], 'BYE'), passwordOf)).toBe('refused');
  });

  it('is due where there are no credentials, or none for this realm', () => {
    const { challenger, phone, verify } = door();
    const elsewhere = door({ realm: 'elsewhere.example.com' });

    expect(verify()).toBe('absent');
    expect(elsewhere.challenger.verify(invite([phone()()]), passwordOf)).toBe('absent');
    expect(challenger.verify(invite([{ name: 'Proxy-Authorization', value: 'Basic YTpi' }]), passwordOf)).toBe(
      'refused',
    );
  });

  it('is met again with a higher count, and is stale with one that was seen', () => {
    const { phone, verify } = door();
    const next = phone();
    const [first, second, third] = [next(), next(), next()];

    expect([first, third, third, second, next()].map((header) => verify(header))).toEqual([
      'accepted',
      'accepted',
      'stale',
      'stale',
      'accepted',
    ]);
  });

  it('is stale after five minutes, and the next one says so', async () => {
    const { challenger, clock, phone, verify } = door();
    const next = phone();
    await clock.advanceBy(299_999);
    expect(verify(next())).toBe('accepted');
    await clock.advanceBy(1);

    expect(verify(next())).toBe('stale');
    const again = challenger.challenge({ stale: true });
    expect(parseDigest(again.value)?.get('stale')).toBe('true');
    expect(verify(phone(alice, again)())).toBe('accepted');
  });

  it('is met once by a phone that knows no qop', () => {
    const { challenger, phone, verify } = door();
    const challenge = changed(challenger.challenge(), ', qop="auth"', '');
    const header = phone(alice, challenge)();

    expect(header.value).not.toMatch(/qop|cnonce|nc=/);
    expect([verify(header), verify(header)]).toEqual(['accepted', 'stale']);
  });
});
