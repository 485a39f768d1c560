import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ConsoleError } from '../../shared/contracts/console-api.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

/** JSON that no one between us and the agent may keep: it says who calls. */
export function answerJson(statusCode: number, body: object): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

export function answerError(statusCode: number, code: ConsoleError['code'], message: string): Answer {
  return answerJson(statusCode, { code, message } satisfies ConsoleError);
}
