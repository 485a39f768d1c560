/**
 * Text without quotation marks, of which each would count twice in the JSON of TransactionAttributes, and without the
 * separators of the levels above: anything but the characters of identifiers becomes "%" and four hexadecimal digits.
 * Empty text is "%", and nothing at all stands for no text.
 */
export function packText(text: string | undefined): string {
  if (text === undefined) return '';
  if (text === '') return '%';
  return text.replaceAll(/[^\w.:/# -]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function unpackText(packed: string): string | undefined {
  if (packed === '') return undefined;
  if (packed === '%') return '';
  return packed.replaceAll(/%([\da-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function packList(list: readonly string[]): string {
  return list.map(packText).join('~');
}

export function unpackList(packed: string): readonly string[] {
  return packed === '' ? [] : packed.split('~').map((each) => unpackText(each) ?? '');
}
