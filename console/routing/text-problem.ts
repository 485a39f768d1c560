import type { Finding } from './findings.ts';
import { linesOf } from './text-lines.ts';
import { tooLarge, type SizedFile } from './text-size.ts';

/** What keeps a text from being read at all: it is too large, or was no UTF-8. `file`: as the table names it. */
export function textProblem(kind: SizedFile, text: string, file?: string): Finding | undefined {
  return tooLarge(kind, new TextEncoder().encode(text).byteLength, file) ?? notUtf8(text, file);
}

/** Octets that are no UTF-8 arrive as U+FFFD: names would lose their accents for ever, without a word. */
function notUtf8(text: string, file: string | undefined): Finding | undefined {
  const offset = text.indexOf('\uFFFD');
  if (offset === -1) return undefined;
  return {
    severity: 'error',
    code: 'wrong-encoding',
    path: '',
    message: 'has a character that is no UTF-8: save the file as UTF-8 ("CSV UTF-8" in spreadsheets)',
    ...(file === undefined ? {} : { file }),
    ...linesOf(text).positionOf(offset),
  };
}
