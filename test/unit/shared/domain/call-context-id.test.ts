import fc from 'fast-check';
import {
  parseCallContextId,
  reasonHint,
  reasonOfHint,
  regionCode,
  unsignedCallContextId,
} from '../../../../shared/domain/call-context-id.ts';

const letters = (alphabet: string, length: { minLength: number; maxLength: number }): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet.split('')), length).map((list) => list.join(''));
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const exactly = (length: number): { minLength: number; maxLength: number } => ({
  minLength: length,
  maxLength: length,
});
const parts = fc.record({
  region: fc.constantFrom('use1', 'usw2', 'euc1', 'cac1'),
  // Six digits in base 36 last for some 4,000 years.
  expiresAtMinute: fc.nat(36 ** 6 - 1),
  keyId: letters('abc019', exactly(1)),
  reasonHint: letters('abcxyz019-', { minLength: 0, maxLength: 10 }),
  random: letters(base64url, exactly(16)),
});
const signature = letters(base64url, exactly(11));

describe('a call-context id', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(parts, signature, (written, signed) => {
        const unsigned = unsignedCallContextId(written);

        expect(parseCallContextId(`${unsigned}${signed}`)).toEqual({ ...written, signed: unsigned, signature: signed });
      }),
    );
  });

  it('is at most 51 characters long, so that csi=<id> in hex stays below 128', () => {
    fc.assert(
      fc.property(parts, signature, (written, signed) => {
        const id = `${unsignedCallContextId(written)}${signed}`;
        return id.length <= 51 && Buffer.from(`csi=${id}`).toString('hex').length < 128;
      }),
    );
  });

  it.each([
    { case: 'nothing', text: '' },
    { case: 'another version', text: '2use10hdvk0a.billing.AbCdEfGhIjKlMnOpQrStUvWxYz0' },
    { case: 'no signature', text: '1use10hdvk0a.billing.AbCdEfGhIjKlMnOp' },
    { case: 'a character too many', text: '1use10hdvk0a.billing.AbCdEfGhIjKlMnOpQrStUvWxYz0A' },
    { case: 'a hint of 11 characters', text: '1use10hdvk0a.abcdefghijk.AbCdEfGhIjKlMnOpQrStUvWxYz0' },
    { case: 'a line feed at the end', text: '1use10hdvk0a.billing.AbCdEfGhIjKlMnOpQrStUvWxYz0\n' },
  ])('is not $case', ({ text }) => {
    expect(parseCallContextId(text)).toBeUndefined();
  });
});

describe('a reason hint', () => {
  it.each([
    { hint: 'billing', reasons: ['billing', 'branch-visit'], reason: 'billing' },
    { hint: 'branch-vis', reasons: ['billing', 'branch-visit'], reason: 'branch-visit' },
    { hint: 'mortgage-l', reasons: ['mortgage-loan', 'mortgage-loss'], reason: undefined },
    { hint: 'bill', reasons: ['billing'], reason: undefined },
    { hint: '', reasons: ['billing', ''], reason: undefined },
  ])('"$hint" stands for $reason', ({ hint, reasons, reason }) => {
    expect(reasonOfHint(hint, reasons)).toBe(reason);
  });

  it('has ten characters at most', () => {
    expect([reasonHint('branch-visit'), reasonHint('billing')]).toEqual(['branch-vis', 'billing']);
  });
});

describe('a region code', () => {
  it.each([
    { region: 'us-east-1', code: 'use1' },
    { region: 'ca-central-1', code: 'cac1' },
  ])('of $region is $code', ({ region, code }) => {
    expect(regionCode(region)).toBe(code);
  });

  it('is refused for what is no Region', () => {
    expect(() => regionCode('moon')).toThrow(RangeError);
  });
});
