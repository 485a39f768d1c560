import { authorize } from '../../../../../../../infra/local/pstn-audio/sip/digest/authorize.ts';
import { parseDigest } from '../../../../../../../infra/local/pstn-audio/sip/digest/auth-params.ts';
import { noBody, type SipResponse } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';

const alice = { username: 'alice', password: 'wonderland' };

function refusal(values: readonly string[], status = 401, name = 'WWW-Authenticate'): SipResponse {
  return { kind: 'response', status, reason: '', headers: values.map((value) => ({ name, value })), body: noBody };
}

describe('the answer to a challenge', () => {
  it('repeats what was asked and counts its uses', () => {
    const challenge = 'Digest realm="a \\"b\\", c",nonce="n",opaque="o", qop="auth-int, auth" , algorithm=SHA-256';

    const authorization = authorize(refusal([challenge]), alice, idsFake())!;
    const headers = [1, 2].map(() => authorization.header('BYE', 'sip:bob@example.com'));

    expect(headers.map(({ name }) => name)).toEqual(['Authorization', 'Authorization']);
    const [first, second] = headers.map(({ value }) => Object.fromEntries(parseDigest(value)!));
    expect(first).toMatchObject({
      username: 'alice',
      realm: 'a "b", c',
      nonce: 'n',
      opaque: 'o',
      uri: 'sip:bob@example.com',
    });
    expect([first?.['nc'], second?.['nc']]).toEqual(['00000001', '00000002']);
    expect(first?.['cnonce']).not.toBe(second?.['cnonce']);
    expect(headers[0]?.value).toContain('qop=auth,');
    expect(headers[0]?.value).toContain('algorithm=SHA-256');
  });

  it('answers the first of several challenges that it can (RFC 8760)', () => {
    const challenges = ['SHA-512-256', 'SHA-256', 'MD5'].map(
      (name) => `Digest realm="r", nonce="${name}", algorithm=${name}`,
    );

    const { value } = authorize(refusal(['Basic realm="r"', ...challenges]), alice, idsFake())!.header(
      'INVITE',
      'sip:b',
    );

    expect(parseDigest(value)?.get('nonce')).toBe('SHA-256');
  });

  it('answers a proxy in its own header, and hears that a nonce was stale', () => {
    const challenge = 'Digest realm="r", nonce="n", stale=TRUE';

    const authorization = authorize(refusal([challenge], 407, 'Proxy-Authenticate'), alice, idsFake())!;

    expect(authorization.stale).toBe(true);
    expect(authorization.header('INVITE', 'sip:b').name).toBe('Proxy-Authorization');
  });

  it.each([
    { case: 'is no challenge', response: refusal(['Digest realm="r", nonce="n"'], 403) },
    { case: 'has none', response: refusal([]) },
    { case: 'asks for another scheme', response: refusal(['Negotiate abc']) },
    { case: 'wants the body hashed', response: refusal(['Digest realm="r", nonce="n", qop="auth-int"']) },
    { case: 'has no nonce', response: refusal(['Digest realm="r"']) },
    { case: 'is malformed', response: refusal(['Digest realm="r, nonce="n']) },
  ])('is none where a response $case', ({ response }) => {
    expect(authorize(response, alice, idsFake())).toBeUndefined();
  });
});
