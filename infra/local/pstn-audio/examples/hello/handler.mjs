// Plays a file, says some words, and hangs up.
const welcome = {
  Type: 'PlayAudio',
  Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key: 'welcome.wav' } },
};
const words = {
  Type: 'Speak',
  Parameters: {
    Text: '<speak>Hello.<break time="300ms"/> This is a <prosody rate="slow">local</prosody> call.</speak>',
    TextType: 'ssml',
    VoiceId: 'Joanna',
  },
};
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };

export const handler = async ({ InvocationEventType: type, CallDetails }) => {
  const respond = (...Actions) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes: CallDetails.TransactionAttributes ?? {},
  });
  switch (type) {
    case 'NEW_INBOUND_CALL':
      return respond(welcome, words, hangup);
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      // Nobody is left waiting on a silent line.
      return respond(hangup);
    default:
      return respond();
  }
};
