import fc from 'fast-check';
import { contextHeader, contextHeaders, headerLimits } from '../../../../shared/contracts/header-profiles.ts';
import { sipHeadersSchema } from '../../../../shared/contracts/sma-response.ts';
import { readUserToUser } from '../../../../shared/contracts/user-to-user.ts';
import { parseCallContextId, unsignedCallContextId } from '../../../../shared/domain/call-context-id.ts';
import { headerProfiles } from '../../../../shared/domain/routing/header-profile.ts';
import { azure, genesys, isdnGateway, xHeaderReader } from './contact-center-readers.ts';

const letters = (alphabet: string, length: { minLength: number; maxLength: number }): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), ...length });
const base36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const base64url = `${base36}ABCDEFGHIJKLMNOPQRSTUVWXYZ-_`;

/** Every id that there can be, up to 51 characters. */
const contextIds = fc
  .record({
    region: letters('abcdefghijklmnopqrstuvwxyz', { minLength: 3, maxLength: 3 }).map((code) => `${code}1`),
    expiresAtMinute: fc.nat({ max: 36 ** 6 - 1 }),
    keyId: letters(base36, { minLength: 1, maxLength: 1 }),
    reasonHint: letters(`${base36}-`, { minLength: 0, maxLength: 10 }),
    random: letters(base64url, { minLength: 16, maxLength: 16 }),
    signature: letters(base64url, { minLength: 11, maxLength: 11 }),
  })
  .map(({ signature, ...parts }) => unsignedCallContextId(parts) + signature);
const longestId = unsignedCallContextId({
  region: 'use1',
  expiresAtMinute: 36 ** 6 - 1,
  keyId: 'z',
  reasonHint: 'z'.repeat(10),
  random: 'z'.repeat(16),
}).concat('z'.repeat(11));

describe('header profiles', () => {
  it.each([
    { reader: 'a reader of RFC 7433', profile: 'rfc7433', read: uuiOf },
    { reader: 'an ISDN gateway', profile: 'isdn-pd', read: isdnGateway },
    { reader: 'Genesys Cloud', profile: 'isdn-pd', read: genesys },
    { reader: 'Genesys Cloud', profile: 'pd-param', read: genesys },
    { reader: 'Genesys Cloud', profile: 'audiocodes', read: genesys },
    { reader: 'Azure Communication Services', profile: 'azure', read: azure },
    { reader: 'NICE CXone, Five9 or Enghouse', profile: 'x-header', read: xHeaderReader },
  ] as const)('every id survives $profile, as $reader reads it', ({ profile, read }) => {
    fc.assert(
      fc.property(contextIds, (id) => {
        expect(parseCallContextId(id)).toBeDefined();
        expect(read(contextHeaders({ profile }, id) ?? {})).toBe(id);
      }),
      { numRuns: 100 },
    );
  });

  it('loses its first letter at Genesys Cloud without a discriminator, which is why there are others', () => {
    const headers = contextHeaders({ profile: 'rfc7433' }, longestId) ?? {};

    expect(genesys(headers)).toBe(`si=${longestId}`);
  });

  it.each(headerProfiles)('%s keeps to its limits, and to those of AWS, with the longest id', (profile) => {
    const limits = headerLimits[profile];

    const header = contextHeader({ profile }, longestId) ?? { name: '', value: '' };
    const data = header.value.split(';')[0] ?? '';

    expect(longestId).toHaveLength(51);
    expect(header.value.length).toBeLessThanOrEqual(limits.valueCharacters);
    expect(data.length).toBeLessThanOrEqual(limits.dataCharacters);
    expect(header.name.length).toBeLessThanOrEqual(limits.nameCharacters);
    expect(header.value).toMatch(limits.allowed);
    expect(sipHeadersSchema.safeParse(contextHeaders({ profile }, longestId) ?? {}).success).toBe(true);
  });

  it('writes what the platforms document', () => {
    const written = headerProfiles.map((profile) => contextHeader({ profile }, 'ab'));

    expect(written).toEqual([
      { name: 'User-to-User', value: '6373693d6162;encoding=hex' },
      { name: 'User-to-User', value: '006373693d6162;encoding=hex;purpose=isdn-uui;content=isdn-uui' },
      { name: 'User-to-User', value: '6373693d6162;pd=00;encoding=hex' },
      { name: 'X-User-To-User', value: '6373693d6162;encoding=hex' },
      { name: 'User-to-User', value: '6373693d6162;encoding=hex' },
      { name: 'X-Call-Context-Id', value: 'ab' },
      undefined,
    ]);
  });
});

describe('the headers of an INVITE to a contact centre', () => {
  it('are those that are the same for every call, and one with the id', () => {
    const fixed = { 'X-Queue': 'cards', Diversion: '<sip:+12065550150@example.com>' };

    expect(contextHeaders({ profile: 'x-header', name: 'X-Context', fixed }, 'ab')).toEqual({
      ...fixed,
      'X-Context': 'ab',
    });
    expect(contextHeaders({ profile: 'none', fixed }, 'ab')).toEqual(fixed);
  });

  it('have no id when there is no context', () => {
    expect(contextHeaders({ profile: 'rfc7433', fixed: { 'X-Queue': 'cards' } }, undefined)).toEqual({
      'X-Queue': 'cards',
    });
    expect(contextHeaders({ profile: 'rfc7433' }, undefined)).toBeUndefined();
    expect(contextHeaders({ profile: 'none' }, 'ab')).toBeUndefined();
  });

  it('carry the id once, whatever the fixed ones say', () => {
    const headers = contextHeaders({ profile: 'rfc7433', fixed: { 'user-to-user': '00' } }, 'ab');

    expect(headers).toEqual({ 'User-to-User': '6373693d6162;encoding=hex' });
  });
});

function uuiOf(headers: Readonly<Record<string, string>>): string | undefined {
  const reading = readUserToUser(headers);
  return reading.kind === 'clientSession' ? reading.clientSessionId : undefined;
}
