import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Precedes the request id that the bootstrap writes when an invocation's lines are all out. */
const recordSeparator = '\u001E';

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
  let rest = '';

  const take = (line: string): void => {
    const [text = '', requestId] = line.split(recordSeparator, 2);
    if (text !== '') onLine(text);
    if (requestId === undefined) return;
    lastDrained = requestId;
    waiting.get(requestId)?.();
    waiting.delete(requestId);
  };

  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  stream.on('close', () => {
    ended = true;
    take(rest);
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
