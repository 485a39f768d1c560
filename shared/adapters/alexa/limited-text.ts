/** Far more than any answer about one customer has. */
export const maximumAnswerBytes = 64 * 1024;

/** An answer's body as text. Rejects when there is more of it than allowed, without waiting for the rest, or the connection breaks. */
export async function limitedText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maximumAnswerBytes) throw new RangeError(`the answer has more than ${maximumAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
