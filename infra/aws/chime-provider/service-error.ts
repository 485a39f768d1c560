import { ChimeSDKVoiceServiceException } from '@aws-sdk/client-chime-sdk-voice';

/** Names of the API's errors (Amazon Chime SDK API reference, common errors of the Voice API). */
type ErrorName = 'BadRequestException' | 'ConflictException' | 'NotFoundException';

export function isServiceError(error: unknown, name: ErrorName): boolean {
  return error instanceof ChimeSDKVoiceServiceException && error.name === name;
}

/** By which Node tells that a connection broke down: the request may have been done, or not. */
const brokenConnections: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT']);

/** The service has too much to do, or fails for the moment: the same request, or that which it was part of, may be answered in a while. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof ChimeSDKVoiceServiceException))
    return (
      error.name === 'TimeoutError' ||
      brokenConnections.has((error as NodeJS.ErrnoException).code) ||
      isPassing(error.cause)
    );
  const status = error.$metadata.httpStatusCode ?? 0;
  return status === 429 || status >= 500;
}

/** The answer, or undefined when there is no such object. */
export async function unlessNotFound<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (isServiceError(error, 'NotFoundException')) return undefined;
    throw error;
  }
}

/** What a person reads of an error in CloudFormation, without anybody's number. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown cause';
  const words = error instanceof ChimeSDKVoiceServiceException ? `${error.name}: ${error.message}` : error.message;
  return words.replaceAll(/\+\d{5,15}/g, '+…');
}
