/** A text, and how it was got out of the one that was given. */
export interface Reading {
  /** "plain", "hex", "base64 in JSON" … */
  readonly form: string;
  readonly text: string;
}

/** An encoding within an encoding within an encoding. */
const deepest = 3;

/** All that a text may hold for whoever knows to read it. The plain text comes first. */
export function viewsOf(text: string): Reading[] {
  const views: Reading[] = [{ form: 'plain', text }];
  const seen = new Set([text]);
  let layer = views;
  for (let depth = 0; depth < deepest && layer.length > 0; depth += 1) {
    layer = layer.flatMap(decoded).filter(({ text: each }) => each !== '' && !seen.has(each) && seen.add(each));
    views.push(...layer);
  }
  return views;
}

function decoded({ form, text }: Reading): Reading[] {
  const inside = (name: string): string => (form === 'plain' ? name : `${name} in ${form}`);
  return [
    { form: inside('JSON'), text: withoutEscapes(text) },
    { form: inside('URL'), text: withoutPercents(text) },
    ...hexRuns(text).map((each) => ({ form: inside('hex'), text: each })),
    ...base64Runs(text).map((each) => ({ form: inside('base64'), text: each })),
  ];
}

function withoutEscapes(text: string): string {
  return text
    .replaceAll(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replaceAll(/\\([\\"/])/g, '$1')
    .replaceAll(/\\[nrtbf]/g, ' ');
}

function withoutPercents(text: string): string {
  const bytes = text
    .replaceAll('+', ' ')
    .replaceAll(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  return text.includes('%') || text.includes('+') ? bytes : text;
}

/** Read from the first digit and from the second: what stands before may end in something that looks like a digit. */
function hexRuns(text: string): string[] {
  return runs(text, /[\da-f]{8,}/gi, [0, 1], (run) => Buffer.from(run.slice(0, 2 * Math.floor(run.length / 2)), 'hex'));
}

/** Read from each of four places, for the same reason. Both alphabets. */
function base64Runs(text: string): string[] {
  return runs(text, /[\w+/-]{8,}/g, [0, 1, 2, 3], (run) => Buffer.from(run, 'base64'));
}

/** All runs of one kind, read from one place: a line each. */
function runs(text: string, pattern: RegExp, starts: readonly number[], read: (run: string) => Buffer): string[] {
  const found = text.match(pattern) ?? [];
  return starts.map((start) => found.map((run) => read(run.slice(start)).toString('utf8')).join('\n'));
}
