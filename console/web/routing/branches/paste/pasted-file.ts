/** A text with the name of a file, whose ending says what it is. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What somebody pasted, as a file that branches are read from: a spreadsheet's tabs and semicolons are made commas. */
export function pastedFile(text: string, name?: string): NamedText {
  const kind = name === undefined ? kindOf(text) : (/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? kindOf(text));
  const isTable = kind === 'csv' || kind === 'tsv' || kind === 'txt';
  const file = name ?? `pasted.${kind}`;
  if (!isTable) return { name: file, text };
  const separator = separatorOf(text);
  return {
    name: file.replace(/\.(?:tsv|txt)$/i, '.csv'),
    text: separator === ',' ? text : withCommas(text, separator),
  };
}

function kindOf(text: string): 'csv' | 'json' | 'yaml' {
  const start = text.trimStart();
  if (start.startsWith('{')) return 'json';
  return /^[\w-]+:\s*(?:\{|$|#)/m.test(start) && !start.slice(0, start.indexOf('\n')).includes(',') ? 'yaml' : 'csv';
}

/** The one that the header has most of. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const header = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const count = (separator: string): number => header.split(separator).length;
  if (count('\t') > Math.max(count(','), count(';'))) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

/** Line by line as it was, so that errors name the line one sees. */
function withCommas(text: string, separator: ';' | '\t'): string {
  let quoted = false;
  let fieldHasComma = false;
  let field = '';
  let fieldIsQuoted = false;
  const out: string[] = [];
  const finish = (end: string): void => {
    out.push(fieldHasComma && !fieldIsQuoted ? `"${field.replaceAll('"', '""')}"` : field, end);
    field = '';
    fieldHasComma = false;
    fieldIsQuoted = false;
  };
  for (const character of text) {
    if (character === '"' && (quoted || field === '')) {
      if (field === '') fieldIsQuoted = true;
      quoted = !quoted;
      field += character;
    } else if (!quoted && character === separator) finish(',');
    else if (!quoted && (character === '\n' || character === '\r')) finish(character);
    else {
      if (character === '"' && fieldIsQuoted) quoted = !quoted;
      if (character === ',') fieldHasComma = true;
      field += character;
    }
  }
  finish('');
  return out.join('');
}
