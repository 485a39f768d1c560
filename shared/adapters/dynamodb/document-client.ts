import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface DocumentClientOptions {
  /** The AWS Region: "us-east-1". */
  readonly region: string;
  /** From sending a request to the end of its answer, per attempt; 800 by default. */
  readonly requestTimeoutMs?: number;
  /** For opening a connection; 500 by default. */
  readonly connectionTimeoutMs?: number;
  /** The first attempt included, 1 or more; 2 by default. */
  readonly maxAttempts?: number;
}

/**
 * A DynamoDB client with time-outs short enough for a caller who waits on the line: made once, and kept.
 * `AWS_ENDPOINT_URL_DYNAMODB` in the environment sends it elsewhere.
 */
export function dynamoDbDocumentClient(options: DocumentClientOptions): DynamoDBDocumentClient {
  const { region, requestTimeoutMs = 800, connectionTimeoutMs = 500, maxAttempts = 2 } = options;
  const client = new DynamoDBClient({
    region,
    maxAttempts,
    // Without throwOnRequestTimeout the SDK only warns, and waits on.
    requestHandler: {
      requestTimeout: requestTimeoutMs,
      connectionTimeout: connectionTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
