// Takes a message and plays it back. The message is a file in the folder of the bucket.
const play = (BucketName, Key) => ({ Type: 'PlayAudio', Parameters: { AudioSource: { Type: 'S3', BucketName, Key } } });
const say = (Text) => ({ Type: 'Speak', Parameters: { Text } });
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };
const record = {
  Type: 'RecordAudio',
  Parameters: {
    DurationInSeconds: 60,
    SilenceDurationInSeconds: 3,
    SilenceThreshold: 200,
    RecordingTerminators: ['#'],
    RecordingDestination: { Type: 'S3', BucketName: 'recordings', Prefix: 'messages/' },
  },
};

function actionsFor({ InvocationEventType: type, ActionData: data, CallDetails: { Participants: participants } }) {
  // A message that ends with the caller's hanging up is kept, and nobody is there to hear it.
  const isHere = participants.some(({ Status }) => Status === undefined || Status === 'Connected');
  if (!isHere) return [];
  switch (type) {
    case 'NEW_INBOUND_CALL':
      return [play('prompts', 'beep.wav'), record];
    case 'ACTION_SUCCESSFUL': {
      if (data.Type !== 'RecordAudio') return [];
      const { BucketName, Key } = data.RecordingDestination;
      return [say('You said:'), play(BucketName, Key), hangup];
    }
    case 'ACTION_FAILED':
      if (data.Type !== 'RecordAudio') return [hangup];
      return [say('Your message could not be taken. Goodbye.'), hangup];
    case 'INVALID_LAMBDA_RESPONSE':
      return [hangup];
    default:
      return [];
  }
}

export const handler = async (event) => ({
  SchemaVersion: '1.0',
  Actions: actionsFor(event),
  TransactionAttributes: event.CallDetails.TransactionAttributes ?? {},
});
