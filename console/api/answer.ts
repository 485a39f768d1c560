import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ConsoleError } from '../../shared/contracts/console-api.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

/** JSON that no one between us and the agent may keep: it says who calls. `more`: further headers, in lower case. */
export function answerJson(statusCode: number, body: object, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...more },
    body: JSON.stringify(body),
  };
}

/** Done, and there is nothing to say about it. */
export function answerNothing(): Answer {
  return { statusCode: 204, headers: { 'cache-control': 'no-store' } };
}

/** `beside`: what the contract says of this code, beside code and message. */
export function answerError(
  statusCode: number,
  code: ConsoleError['code'],
  message: string,
  beside: object = {},
): Answer {
  return answerJson(statusCode, { ...beside, code, message } satisfies ConsoleError);
}
