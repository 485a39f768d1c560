import { epochMs } from '../../../../../shared/domain/time.ts';
import { localeWords, placeWords, warningsOf } from '../../../../../console/web/desk/context/context-words.ts';
import { hiddenText, hiddenWords } from '../../../../../console/web/desk/context/hidden-text.ts';

describe('what is hidden until somebody asks', () => {
  it.each([
    ['acct-20260007', '•••• 0007', 'hidden, ends in 0 0 0 7'],
    ['+12065550100', '•••• 0100', 'hidden, ends in 0 1 0 0'],
    ['1234', '••••', 'hidden'],
    ['', '••••', 'hidden'],
    ['ab😀😀😀😀', '•••• 😀😀😀😀', 'hidden, ends in 😀 😀 😀 😀'],
  ])('%s is shown as %s', (text, shown, heard) => {
    expect(hiddenText(text)).toBe(shown);
    expect(hiddenWords(text)).toBe(heard);
  });

  it('does not tell how long it is', () => {
    expect(hiddenText('123456')).toBe(hiddenText('99999999993456'));
  });
});

describe('a caller in words', () => {
  const now = Date.parse('2026-11-18T15:00:00Z');
  const later = epochMs(now + 1);

  it('who was found by number has proved nothing', () => {
    expect(warningsOf({ ingress: 'phone', expiresAt: later }, now)).toEqual([
      expect.stringMatching(/^Found by number: no proof of who is calling\./),
    ]);
    expect(warningsOf({ ingress: 'alexa-skill-call', expiresAt: later }, now)).toEqual([]);
  });

  it('whose context has expired since is still shown, and said to be old', () => {
    expect(warningsOf({ ingress: 'callback', expiresAt: epochMs(now) }, now)).toEqual([
      expect.stringContaining('expired'),
    ]);
  });

  it('is somewhere, as exactly as is known', () => {
    const about = { source: 'areaCode', observedAt: later } as const;

    expect(placeWords({ ...about, postalCode: '98109', stateOrRegion: 'WA', countryCode: 'US' })).toBe('98109, WA, US');
    expect(placeWords(about)).toBeUndefined();
  });

  it('speaks a language, or what nobody knows', () => {
    expect(localeWords('fr-CA', 'en')).toBe('Canadian French');
    expect(localeWords('not a tag', 'en')).toBe('not a tag');
  });
});
