import { BridgeError } from '../../errors.ts';

/**
 * Waits for DynamoDB.
 * @throws BridgeError `store-unavailable` with the SDK's error as its cause.
 */
export async function storeCall<Answer>(operation: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw new BridgeError('store-unavailable', `DynamoDB did not ${operation}`, { cause: error });
  }
}

/** As `storeCall`; a condition that does not hold is an answer, not an error: `undefined`. */
export async function conditionalStoreCall<Answer>(
  operation: string,
  answer: Promise<Answer>,
): Promise<Answer | undefined> {
  return storeCall(operation, answer.catch(undefinedWhenConditionFailed));
}

function undefinedWhenConditionFailed(error: unknown): undefined {
  // By name: a bundle may hold two copies of the SDK's error class.
  if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return undefined;
  throw error;
}
