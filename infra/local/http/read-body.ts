import type { IncomingMessage } from 'node:http';

/**
 * Reads a request to its end and returns its body, or undefined when it is longer than `maximumBytes`:
 * the rest is then read and dropped, so that the sender gets to hear the answer.
 * @throws Error when the sender goes away before the end.
 */
export async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maximumBytes) chunks.push(chunk);
  }
  return bytes <= maximumBytes ? Buffer.concat(chunks) : undefined;
}
