import { isToken } from './grammar.ts';
import { fullHeaderName } from './headers.ts';
import { noBody, type SipHeader, type SipMessage, type SipRequest } from './message.ts';

/** What came of reading one message. */
export type ParseResult =
  | { readonly kind: 'message'; readonly message: SipMessage }
  /** `request` holds what could be read of a request, so that it can be refused with `status` instead of silence. */
  | { readonly kind: 'malformed'; readonly problem: string; readonly status: 400 | 505; readonly request?: SipRequest };

type StartLine =
  | Omit<SipRequest, 'headers' | 'body'>
  | { readonly kind: 'response'; readonly status: number; readonly reason: string };

/** Reads one whole message, such as a datagram. Never throws, whatever the bytes. The syntax is that of RFC 3261 §7 and §25. */
export function parseMessage(bytes: Uint8Array): ParseResult {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // §7.5: empty lines before the start line are ignored.
  let start = 0;
  while (buffer[start] === 13 && buffer[start + 1] === 10) start += 2;
  const blank = buffer.indexOf('\r\n\r\n', start, 'latin1');
  const lines = buffer.toString('utf8', start, blank < 0 ? buffer.length : blank).split('\r\n');
  const startLine = parseStartLine(lines[0] ?? '');
  const headers = parseHeaders(lines.slice(1));
  const problems = [startLine.problem, headers.problem, blank < 0 ? 'no empty line after the headers' : undefined];
  const length = contentLength(headers.headers);
  const available = blank < 0 ? 0 : buffer.length - blank - 4;
  if (typeof length === 'string') problems.push(length);
  else if (length !== undefined && length > available)
    problems.push(`Content-Length is ${length} but ${available} bytes follow`);

  const read = { headers: headers.headers.filter(({ name }) => name.toLowerCase() !== 'content-length'), body: noBody };
  const problem = problems.find((each) => each !== undefined);
  const line = startLine.line;
  if (problem !== undefined || line === undefined) {
    const malformed = { kind: 'malformed', problem: problem ?? 'no start line', status: startLine.status } as const;
    return line?.kind === 'request' ? { ...malformed, request: { ...line, ...read } } : malformed;
  }
  // §18.3: on UDP the body ends with the datagram unless Content-Length says earlier; what follows is dropped.
  const body = new Uint8Array(
    buffer.subarray(blank + 4, typeof length === 'number' ? blank + 4 + length : buffer.length),
  );
  return { kind: 'message', message: { ...line, ...read, body } };
}

function parseStartLine(text: string): { line?: StartLine; problem?: string; status: 400 | 505 } {
  const response = /^SIP\/2\.0 (\d{3,}) ?(.*)$/su.exec(text);
  if (response?.[1] !== undefined) {
    const status = Number(response[1]);
    const line = { kind: 'response', status, reason: response[2] ?? '' } as const;
    return status >= 100 && status <= 699
      ? { line, status: 400 }
      : { line, status: 400, problem: 'the status is not 100 to 699' };
  }
  // §7.1: exactly one space between the three parts. The rest is read leniently, so that the sender can be told.
  const [method = '', ...parts] = text.split(' ');
  const version = parts.filter((part) => part !== '').at(-1) ?? '';
  if (!isToken(method) || !/^SIP\/\d+\.\d+$/i.test(version))
    return { problem: 'the start line is neither a request nor a response', status: 400 };
  const line = { kind: 'request', method, uri: parts[0] ?? '' } as const;
  if (version.toUpperCase() !== 'SIP/2.0') return { line, problem: 'the SIP version is not 2.0', status: 505 };
  if (parts.length !== 2)
    return { line, problem: 'the request line is not three parts with one space between', status: 400 };
  return { line, status: 400 };
}

function parseHeaders(lines: readonly string[]): { headers: SipHeader[]; problem?: string } {
  const headers: SipHeader[] = [];
  let problem: string | undefined;
  for (const line of lines) {
    const last = headers.at(-1);
    if (/[\r\n]/.test(line)) problem ??= `header line ${headers.length + 1} holds half a line break`;
    if (/^[ \t]/.test(line) && last !== undefined) {
      // §7.3.1: a line that starts with white space continues the one before.
      headers[headers.length - 1] = {
        name: last.name,
        value: `${last.value} ${withoutLineBreaks(line).trim()}`.trim(),
      };
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd();
    if (isToken(name))
      headers.push({ name: fullHeaderName(name), value: withoutLineBreaks(line.slice(colon + 1)).trim() });
    else problem ??= `header line ${headers.length + 1} has no name`;
  }
  return problem === undefined ? { headers } : { headers, problem };
}

/** Even the refusal of a malformed request must not carry a line break that we did not write. */
function withoutLineBreaks(text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ');
}

/** The one Content-Length, undefined when there is none, or the problem with it. */
function contentLength(headers: readonly SipHeader[]): number | string | undefined {
  const values = headers.filter(({ name }) => name.toLowerCase() === 'content-length').map(({ value }) => value);
  if (values.length > 1) return 'Content-Length appears more than once';
  const [value] = values;
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? Number(value) : 'Content-Length is not a number of bytes';
}
