import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Precedes the request id that the bootstrap writes when an invocation's lines are all out. */
const recordSeparator = '\u001E';

/** The longest line, in characters: about what CloudWatch Logs takes for one event; the rest is the next line. */
const longestLine = 256 * 1024;
/** A mark is a request id. */
const longestMark = 256;

/**
 * Cuts one output stream of a function into lines.
 * The streams and the Runtime API are different connections: only the mark tells that nothing of an invocation is still on its way.
 * Lines of work that was not awaited come with the invocation during which they are written, as in CloudWatch Logs.
 */
export function collectLog(
  stream: Readable,
  onLine: (line: string) => void,
): { drained(requestId: string): Promise<void> } {
  const decoder = new StringDecoder('utf8');
  const waiting = new Map<string, () => void>();
  let lastDrained: string | undefined;
  let ended = false;
  /** Of the line that has not ended yet: it is put together once, not at each chunk. */
  let parts: string[] = [];
  let length = 0;
  let mark: string | undefined;

  const tell = (): void => {
    const text = parts.join('');
    parts = [];
    length = 0;
    if (text !== '') onLine(text);
  };

  const add = (text: string): void => {
    for (let start = 0; start < text.length;) {
      const part = text.slice(start, start + longestLine - length);
      parts.push(part);
      length += part.length;
      start += part.length;
      if (length === longestLine) tell();
    }
  };

  const take = (piece: string): void => {
    if (mark !== undefined) {
      mark = (mark + piece).slice(0, longestMark);
      return;
    }
    const separator = piece.indexOf(recordSeparator);
    add(separator === -1 ? piece : piece.slice(0, separator));
    if (separator !== -1) mark = piece.slice(separator + 1, separator + 1 + longestMark);
  };

  const endLine = (): void => {
    tell();
    const requestId = mark?.split(recordSeparator)[0];
    mark = undefined;
    if (requestId === undefined) return;
    lastDrained = requestId;
    waiting.get(requestId)?.();
    waiting.delete(requestId);
  };

  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...lines] = decoder.write(chunk).split('\n');
    take(first);
    for (const line of lines) {
      endLine();
      take(line);
    }
  });
  stream.on('close', () => {
    ended = true;
    endLine();
    for (const resolve of waiting.values()) resolve();
    waiting.clear();
  });

  return {
    /** Fulfils when the mark of this invocation has been read, or the stream has ended. */
    async drained(requestId) {
      if (ended || lastDrained === requestId) return;
      await new Promise<void>((resolve) => void waiting.set(requestId, resolve));
    },
  };
}
