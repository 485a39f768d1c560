import { crc32 } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';

const refusal = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException',
  message: 'Throughput exceeds the current capacity of your table or index. This refusal was ordered by throttled().',
});

/** A table billed on demand refuses with this error (Amazon DynamoDB developer guide, "Error handling"); the SDK tries again. */
export function refuseAsThrottled(request: IncomingMessage, response: ServerResponse): void {
  // Read to its end: the connection is kept for what comes next.
  request.resume();
  request.on('error', () => undefined);
  response
    .writeHead(400, { 'content-type': 'application/x-amz-json-1.0', 'x-amz-crc32': String(crc32(refusal)) })
    .end(refusal);
}
