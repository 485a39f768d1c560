// One handler in two Regions. While the first is down its calls go to the second, and callers do not notice.
const { AWS_REGION, IS_DOWN, PROMPT } = process.env;
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };

export const handler = async ({ InvocationEventType: type, CallDetails }) => {
  if (IS_DOWN === 'true') throw new Error(`${AWS_REGION} is down: change IS_DOWN in pstn-audio.json and start again`);
  const respond = (...Actions) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes: CallDetails.TransactionAttributes ?? {},
  });
  switch (type) {
    case 'NEW_INBOUND_CALL': {
      const AudioSource = { Type: 'S3', BucketName: 'prompts', Key: PROMPT };
      return respond({ Type: 'PlayAudio', Parameters: { AudioSource } }, hangup);
    }
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      return respond(hangup);
    default:
      return respond();
  }
};
