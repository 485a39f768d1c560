import type { FileLocalizedText } from '../../../shared/contracts/table-file/localized.ts';
import type { LocalizedText } from '../../../shared/domain/routing/table.ts';

/** One text is the same for everybody. */
export function localizedText(text: FileLocalizedText): LocalizedText {
  if (typeof text === 'string') return { default: text };
  const everybody = text['default'];
  if (everybody === undefined) throw new TypeError('the file schema let texts through that have no default');
  return { ...text, default: everybody };
}
