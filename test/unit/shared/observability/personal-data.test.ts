import { leaks, personalContext, personalData, type PersonalDatum } from '../../../support/personal-data.ts';
import { testCallContextIds, contextExpiresAt } from '../../../support/call-context-builder.ts';

const data = Object.entries(personalData) as [PersonalDatum, string][];

describe('the search for personal data', () => {
  it.each(data)('finds %s as it stands, whatever is around it', (datum, text) => {
    expect(leaks(`{"time":"2026","field":"${text}"}`)).toEqual([`${datum} (plain)`]);
  });

  it.each(data)('finds %s in hex, as User-to-User has it', (datum, text) => {
    const hex = Buffer.from(`csi=${text}`).toString('hex');

    expect(leaks(`User-to-User: ${hex};encoding=hex`)).toEqual([`${datum} (hex)`]);
    expect(leaks(`User-to-User: ${hex.toUpperCase()};encoding=hex`)).toEqual([`${datum} (hex)`]);
    // What stands before it ends in a hex digit.
    expect(leaks(`ref=f${hex}`)).toEqual([`${datum} (hex)`]);
  });

  it.each(data)('finds %s in base64, wherever in it it stands', (datum, text) => {
    for (const before of ['', 'x', 'xy']) {
      const bytes = Buffer.from(`${before}${text} and more`);

      expect(leaks(`{"key":"${bytes.toString('base64')}"}`)).toEqual([expect.stringMatching(`^${datum} \\(`)]);
      expect(leaks(`/path/to/${bytes.toString('base64url')}/x`)).toEqual([expect.stringMatching(`^${datum} \\(`)]);
    }
  });

  it.each(data)('finds %s in a URL and in escaped JSON', (datum, text) => {
    const escaped = text.replaceAll(/[^]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const percents = [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

    expect(leaks(`"${escaped}"`)).toEqual([expect.stringMatching(`^${datum} \\(`)]);
    expect(leaks(`https://example.com/?q=${percents}`)).toEqual([expect.stringMatching(`^${datum} \\(`)]);
    expect(leaks(`https://example.com/?q=${encodeURIComponent(text)}`)).toEqual([
      expect.stringMatching(`^${datum} \\(`),
    ]);
  });

  it('finds what is encoded twice', () => {
    const inner = JSON.stringify({ body: JSON.stringify({ name: personalData.callerName }) });
    const outer = Buffer.from(inner).toString('base64');

    expect(leaks(outer)).toEqual(['callerName (base64)']);
    expect(leaks(Buffer.from(outer).toString('hex'))).toEqual(['callerName (base64 in hex)']);
  });

  it.each([
    '+12065550147',
    '12065550147',
    '2065550147',
    '(206) 555-0147',
    '206-555-0147',
    '206.555.0147',
    '+1 206 555 0147',
    'sip:+12065550147@example.com;user=phone',
    'call 555-0147 back',
  ])('finds the number written as %s', (number) => {
    expect(leaks(`from ${number}`)).toEqual(['phoneNumber (plain)']);
  });

  it.each([
    { case: 'the ZIP alone', text: '"zip":"98109"', datum: 'postalCode' },
    { case: 'a name in capitals without its accent', text: 'WILHELMINA', datum: 'callerName' },
    { case: 'a part of what was said', text: 'about my late husband', datum: 'words' },
    { case: 'coordinates', text: '{"latitude":47.62054831}', datum: 'coordinates' },
  ])('finds $case', ({ text, datum }) => {
    expect(leaks(text)).toEqual([`${datum} (plain)`]);
  });

  it('finds nothing in ids, timestamps, other numbers and ordinary log lines', () => {
    const ids = testCallContextIds();
    const line = JSON.stringify({
      time: '2026-11-18T15:00:00.000Z',
      event: 'call-routed',
      transactionId: '6bd0a5c1-4e0c-4f0e-9d8e-1f2a3b4c5d6e',
      milliseconds: 1_763_478_000_147,
      to: '+12065550100',
      contextId: ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }),
      arn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdefghij',
    });

    expect(leaks(line.repeat(200))).toEqual([]);
  });

  it('finds everything that a personal context holds', () => {
    const id = testCallContextIds().issue({ reasonId: 'billing', expiresAt: contextExpiresAt });

    expect(leaks(JSON.stringify(personalContext({ id })))).toEqual(
      ['callerName', 'phoneNumber', 'accountId', 'words', 'postalCode', 'coordinates', 'attribute'].map(
        (datum) => `${datum} (plain)`,
      ),
    );
  });
});
