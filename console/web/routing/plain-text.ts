import type { LocalizedText } from './table-parts.ts';

/** What callers hear for whom no other text is written. */
export function plainText(text: LocalizedText): string {
  return typeof text === 'string' ? text : (text['default'] ?? '');
}
