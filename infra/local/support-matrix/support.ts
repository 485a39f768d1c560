/** How much of something there is: all of it, part of it (the note says what differs), nothing. */
export type Support = '✅' | '🕒' | '❌';

/**
 * What our behaviour rests on: logs of real calls or handlers that rely on it (`seen`), AWS's pages alone (`docs`), or neither, because
 * nobody says (`ours`).
 */
export type Evidence = 'seen' | 'docs' | 'ours';

/** One thing that AWS does, and what the local cloud makes of it. */
export interface Row {
  readonly support: Support;
  readonly evidence: Evidence;
  /** What differs from AWS, or which reading was taken. */
  readonly note?: string | readonly string[];
  /** The test that shows it, from the root of the repository; none for what is missing. */
  readonly shownBy?: string;
}

const words: Readonly<Record<Evidence, string>> = { seen: 'seen', docs: 'docs only', ours: 'our choice' };

/** A table in Markdown: what, support, evidence, and a number for each footnote. */
export function renderTable(head: string, rows: Readonly<Record<string, Row>>, notes: string[]): string {
  const lines = Object.entries(rows).map(([name, { support, evidence, note }]) => {
    const mark = footnotes(note, notes);
    return `| ${name} | ${support}${mark} | ${support === '❌' ? '' : words[evidence]} |`;
  });
  return [`| ${head} | | rests on |`, '|---|---|---|', ...lines].join('\n');
}

/** The numbers of notes, as they stand behind a mark; a note that stands already keeps its number. */
export function footnotes(note: Row['note'], notes: string[]): string {
  const all = note === undefined ? [] : typeof note === 'string' ? [note] : note;
  return all.map((each) => ` [${numbered(each, notes)}]`).join('');
}

function numbered(note: string, notes: string[]): number {
  const known = notes.indexOf(note);
  if (known >= 0) return known + 1;
  notes.push(note);
  return notes.length;
}
