import { digestResponse } from '../../../../../../../infra/local/pstn-audio/sip/digest/digest-response.ts';

// The example of RFC 7616 §3.9.1.
const mufasa = {
  username: 'Mufasa',
  realm: 'http-auth@example.org',
  password: 'Circle of Life',
  method: 'GET',
  uri: '/dir/index.html',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  auth: { nc: '00000001', cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' },
};

describe('a digest response', () => {
  it.each([
    { algorithm: 'MD5' as const, response: '8ca523f5e9506fed4657c9700eebdbec' },
    {
      algorithm: 'SHA-256' as const,
      response: '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    },
  ])('with $algorithm is that of the RFC’s example', ({ algorithm, response }) => {
    expect(digestResponse({ ...mufasa, algorithm })).toBe(response);
  });

  it('without qop is that of RFC 2069', () => {
    // RFC 2617 §3.5 without qop, computed as §3.2.2.1 says: H(H(A1):nonce:H(A2)).
    const { auth, ...parts } = {
      ...mufasa,
      realm: 'testrealm@host.com',
      password: 'Circle Of Life',
      nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
    };

    expect(auth).toBeDefined();
    expect(digestResponse({ ...parts, algorithm: 'MD5' })).toBe('670fd8c2df070c60b045671b8b24ff02');
  });
});
