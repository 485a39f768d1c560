import * as z from 'zod';
import { sipHeadersSchema } from '../../../../../shared/contracts/sma-response.ts';
import { created, refused } from '../api-error.ts';
import { tooManyRequests } from '../faults.ts';
import { e164, id } from '../requests.ts';
import { callArguments } from '../call-arguments.ts';
import { operation } from './operation.ts';

/** Answered before the call rings; what comes of it is told to the application's function. */
export const createSipMediaApplicationCall = operation(
  'POST /sip-media-applications/{SipMediaApplicationId}/calls',
  z.object({
    SipMediaApplicationId: id,
    FromPhoneNumber: e164,
    ToPhoneNumber: e164,
    SipHeaders: sipHeadersSchema
      .refine((headers) => Object.keys(headers).length <= 20, 'must not hold more than 20 headers')
      .default({}),
    ArgumentsMap: callArguments.exactOptional(),
  }),
  (request, { registry, desk, state }) => {
    const { SipMediaApplicationId, FromPhoneNumber, ToPhoneNumber, SipHeaders, ArgumentsMap } = request;
    if (!state.callLimit.take()) return refused('ThrottledClientException', tooManyRequests);
    // NotFoundException is not among this operation's errors.
    if (!registry.sipMediaApplications.has(SipMediaApplicationId))
      return refused('BadRequestException', 'SipMediaApplicationId: the account has no such SIP media application.');
    if (registry.ownNumber(FromPhoneNumber)?.ProductType !== 'SipMediaApplicationDialIn')
      return refused(
        'BadRequestException',
        "FromPhoneNumber: must be a number in the account's inventory with the product type SipMediaApplicationDialIn.",
      );
    const placed = desk.placeCall({
      sipMediaApplicationId: SipMediaApplicationId,
      fromPhoneNumber: FromPhoneNumber,
      toPhoneNumber: ToPhoneNumber,
      sipHeaders: SipHeaders,
      argumentsMap: ArgumentsMap,
    });
    // Sip.MaximumCalls is ours, and so is the answer.
    if (placed === 'busy')
      return refused('ServiceUnavailableException', 'There are as many calls as Sip.MaximumCalls allows.');
    return created({ SipMediaApplicationCall: { TransactionId: placed.transactionId } });
  },
);
