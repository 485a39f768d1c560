/** What the person has on the telephone, which decides what a typed line means. */
export type Situation =
  | 'free'
  /** The Echo calls, and nobody has answered. */
  | 'calling'
  /** The person's own telephone rings. */
  | 'ringing'
  | 'connected';

/** What a line means. */
export type Typed =
  | { readonly kind: 'words'; readonly words: string }
  /** Said nothing, while Alexa listens. */
  | { readonly kind: 'silence' }
  /** Said nothing, while a call is there: whatever comes is waited for. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'command'; readonly name: string; readonly words: readonly string[] }
  /** 0-9, *, #, A-D; a comma is half a second of nothing. */
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'hangUp' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'decline' }
  /** Words that nobody takes while a call is there. */
  | { readonly kind: 'unheard' };

/** In the languages of the skill, accents left out. */
const phrases = {
  hangUp: [
    'hang up',
    'end call',
    'end the call',
    'raccroche',
    'raccrocher',
    'raccrochez',
    'cuelga',
    'cuelgue',
    'colgar',
  ],
  answer: ['answer', 'reponds', 'repondre', 'repondez', 'contesta', 'conteste', 'contestar'],
  decline: ['decline', 'refuse', 'refuser', 'refusez', 'rechaza', 'rechace', 'rechazar'],
} as const;

/** Reads one line as it was typed; never throws. */
export function readTyped(line: string, situation: Situation): Typed {
  const text = line.trim();
  if (text.startsWith('/')) {
    const [name = '', ...words] = text.slice(1).split(/\s+/u);
    return { kind: 'command', name: name.toLowerCase(), words };
  }
  if (situation === 'free') return text === '' ? { kind: 'silence' } : { kind: 'words', words: text };
  if (text === '') return { kind: 'wait' };

  const spoken = plain(text);
  const isOneOf = (known: readonly string[]): boolean => known.includes(spoken);
  if (situation === 'ringing') {
    if (isOneOf(phrases.answer)) return { kind: 'answer' };
    if (isOneOf(phrases.decline) || isOneOf(phrases.hangUp)) return { kind: 'decline' };
  } else if (isOneOf(phrases.hangUp)) return { kind: 'hangUp' };
  const keys = text.replaceAll(/\s/gu, '').toUpperCase();
  return /^[\d*#A-D,]+$/u.test(keys) && /[\d*#]/u.test(keys) ? { kind: 'keys', keys } : { kind: 'unheard' };
}

/** Without her name, accents and punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}\p{P}]/gu, '')
    .toLowerCase()
    .replace(/^alexa\s+/u, '')
    .trim();
}
