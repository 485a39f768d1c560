import { contentDigest, signatureBase, signMessage } from '../../../../../shared/adapters/http/message-signature.ts';

describe('a signed HTTP message', () => {
  // RFC 9421 B.1.5 and B.2.5: its own shared secret and its own example.
  const secret = Buffer.from(
    'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==',
    'base64',
  );
  const example = {
    components: [
      ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
      ['@authority', 'example.com'],
      ['content-type', 'application/json'],
    ],
    created: 1_618_884_473,
    keyId: 'test-shared-secret',
  } as const;

  it('has the signature base of the RFC’s example', () => {
    expect(signatureBase(example)).toBe(
      [
        '"date": Tue, 20 Apr 2021 02:07:55 GMT',
        '"@authority": example.com',
        '"content-type": application/json',
        '"@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
      ].join('\n'),
    );
  });

  it('has the signature of the RFC’s example', () => {
    expect(signMessage('sig-b25', example, secret)).toEqual({
      'signature-input': 'sig-b25=("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
      signature: 'sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:',
    });
  });

  it('takes blanks around a value for none', () => {
    const padded = { ...example, components: [['date', '  Tue, 20 Apr 2021 02:07:55 GMT '] as const] };

    expect(signatureBase(padded)).toMatch(/^"date": Tue, 20 Apr 2021 02:07:55 GMT\n/);
  });

  it('has a digest of its body, as RFC 9530 shows it', () => {
    // RFC 9530 appendix D: the sha-256 of {"hello": "world"} and a line feed.
    expect(contentDigest('{"hello": "world"}\n')).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
  });
});
