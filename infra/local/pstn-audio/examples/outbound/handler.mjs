// A call that place-call.mjs places: it reminds somebody, and ends when it is told to.
const play = (Key) => ({ Type: 'PlayAudio', Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key } } });
const wait = { Type: 'Pause', Parameters: { DurationInMilliseconds: 30_000 } };
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };

export const handler = async ({ InvocationEventType: type, ActionData: data, CallDetails }) => {
  const attributes = CallDetails.TransactionAttributes ?? {};
  const respond = (Actions, TransactionAttributes = attributes) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes,
  });
  const isHere = CallDetails.Participants.some(({ Status }) => Status === 'Connected');
  switch (type) {
    case 'NEW_OUTBOUND_CALL':
      // Arguments come once, and actions would be ignored: what is needed later is kept.
      return respond([], { ...attributes, ...data?.Parameters?.Arguments });
    case 'CALL_ANSWERED':
      return respond([
        play('reminder.wav'),
        { Type: 'Speak', Parameters: { Text: `${attributes.name ?? 'Hello'}, your order is ready.` } },
        wait,
      ]);
    case 'CALL_UPDATE_REQUESTED':
      return respond(data.Parameters.Arguments.action === 'goodbye' ? [play('goodbye.wav'), hangup] : []);
    case 'ACTION_SUCCESSFUL':
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      return respond(isHere ? [hangup] : []);
    default:
      return respond([]);
  }
};
