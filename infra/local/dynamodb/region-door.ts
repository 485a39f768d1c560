import { request as connect, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** `AWS4-HMAC-SHA256 Credential=<key>/<day>/<Region>/dynamodb/aws4_request, …` (AWS Signature Version 4). */
const credentialScope = /Credential=[^/\s]+\/\d{8}\/([a-z\d-]+)\/dynamodb\/aws4_request/u;
const timeoutMs = 30_000;

/** The Region that a request was signed for. */
export function signedRegion({ authorization }: IncomingHttpHeaders): string | undefined {
  return credentialScope.exec(authorization ?? '')?.[1];
}

/** `PutItem`, say; empty when the request names none. */
export function operationOf(headers: IncomingHttpHeaders): string {
  return String(headers['x-amz-target'] ?? '').replace(/^DynamoDB_\d+\./u, '');
}

/** An answer as it came. */
export interface Forwarded {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a request on. Rejects with the network's error when it is not answered. */
export function forward(
  endpoint: string,
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  body: Buffer,
): Promise<Forwarded> {
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept may be closed by the other side just when it is used again.
    const sent = connect(new URL(url ?? '/', endpoint), { method, headers, agent: false, timeout: timeoutMs });
    sent.once('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    sent.once('error', reject);
    sent.once('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.end(body);
  });
}

/** Passes an answer back as it came, but for what is said of the connection. */
export function passBack(
  response: ServerResponse,
  { status, headers: { connection: _connection, 'keep-alive': _keepAlive, ...headers }, body }: Forwarded,
): void {
  response.writeHead(status, headers).end(body);
}

/** DynamoDB of a Region without these tables knows none of them. */
export function refuseRegion(response: ServerResponse, region: string | undefined): void {
  const refusal = {
    __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
    message: `Requested resource not found: there is no replica in ${region ?? 'a Region that the request does not name'}`,
  };
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(refusal));
}
