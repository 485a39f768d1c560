import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import { answerError, type Answer } from './answer.ts';
import type { ConsoleServices } from './console-services.ts';
import type { ConsoleEvent } from './token.ts';

export type AskedContext =
  { readonly kind: 'id'; readonly id: CallContextId } | { readonly kind: 'refused'; readonly answer: Answer };

/** The id in the path, where it is one that we have signed and that has not expired. */
export async function askedContext(
  event: ConsoleEvent,
  { contextIds, clock, log }: ConsoleServices,
): Promise<AskedContext> {
  const id = event.pathParameters?.['id'] ?? '';
  await contextIds.ready({ id });
  const check = contextIds.check(id, clock.now());
  switch (check.kind) {
    case 'malformed':
    case 'forged':
      log.warn('call-context-id-refused', { code: check.kind });
      return refused(
        answerError(
          400,
          'invalid-call-context-id',
          'This is not a call-context id of ours: take the text after "csi=" in the User-to-User header, unhexed.',
        ),
      );
    case 'unverifiable':
      log.warn('call-context-id-refused', { code: check.kind });
      return refused(answerError(503, 'store-unavailable', 'The id cannot be checked at the moment: try again.'));
    case 'expired':
      return refused(contextNotFound());
    case 'valid':
      return { kind: 'id', id: check.id };
  }
}

export function contextNotFound(): Answer {
  return answerError(404, 'call-context-not-found', 'There is no such call context, or it has expired.');
}

function refused(answer: Answer): AskedContext {
  return { kind: 'refused', answer };
}
