import { CreateSipMediaApplicationCallCommand, type ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';

export interface CallPlace {
  readonly sipMediaApplicationId: string;
  /** Shown to whoever is called. */
  readonly from: string;
}

/** Places a call by CreateSipMediaApplicationCall (Amazon Chime SDK API reference), with nothing in ArgumentsMap: nobody's context. */
export function placeCallBy(
  client: ChimeSDKVoiceClient,
  { sipMediaApplicationId, from }: CallPlace,
): (to: string) => Promise<string> {
  return async (to) => {
    const { SipMediaApplicationCall } = await client.send(
      new CreateSipMediaApplicationCallCommand({
        SipMediaApplicationId: sipMediaApplicationId,
        FromPhoneNumber: from,
        ToPhoneNumber: to,
      }),
    );
    const transactionId = SipMediaApplicationCall?.TransactionId;
    if (transactionId === undefined) throw new TypeError('the Voice API answered without TransactionId');
    return transactionId;
  };
}
