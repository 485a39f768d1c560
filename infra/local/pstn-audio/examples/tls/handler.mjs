// Takes calls that a private branch exchange sends over TLS; its Voice Connector requires encryption.
const AudioSource = { Type: 'S3', BucketName: 'prompts', Key: 'welcome.wav' };
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };

export const handler = async ({ InvocationEventType: type, CallDetails }) => {
  const respond = (...Actions) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes: CallDetails.TransactionAttributes ?? {},
  });
  switch (type) {
    case 'NEW_INBOUND_CALL':
      return respond({ Type: 'PlayAudio', Parameters: { AudioSource } }, hangup);
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      return respond(hangup);
    default:
      return respond();
  }
};
