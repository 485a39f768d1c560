import * as z from 'zod';
import { accepted, refused } from '../api-error.ts';
import { callArguments } from '../call-arguments.ts';
import { tooManyRequests } from '../faults.ts';
import { id } from '../requests.ts';
import { operation } from './operation.ts';

/** Accepted, not done: the function hears of it as CALL_UPDATE_REQUESTED. */
export const updateSipMediaApplicationCall = operation(
  'POST /sip-media-applications/{SipMediaApplicationId}/calls/{TransactionId}',
  z.object({ SipMediaApplicationId: id, TransactionId: id, Arguments: callArguments }),
  ({ SipMediaApplicationId, TransactionId, Arguments }, { desk, state }) => {
    if (!state.callLimit.take()) return refused('ThrottledClientException', tooManyRequests);
    const updated = desk.updateCall({
      sipMediaApplicationId: SipMediaApplicationId,
      transactionId: TransactionId,
      arguments: Arguments,
    });
    // As was seen of AWS, of a call that was over.
    if (updated === undefined)
      return refused(
        'NotFoundException',
        `Transaction ${TransactionId} doesn't exist for SipMediaApplication ${SipMediaApplicationId}`,
      );
    return accepted({ SipMediaApplicationCall: { TransactionId } });
  },
);
