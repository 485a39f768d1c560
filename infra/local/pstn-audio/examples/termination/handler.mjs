// Takes calls that a private branch exchange sends to its Voice Connector's host, whatever number it dials.
const play = (Key) => ({ Type: 'PlayAudio', Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key } } });
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };

export const handler = async ({ InvocationEventType: type, CallDetails }) => {
  const { Participants: participants, TransactionAttributes: attributes = {} } = CallDetails;
  const respond = (Actions, TransactionAttributes = attributes) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes,
  });
  switch (type) {
    case 'NEW_INBOUND_CALL': {
      const caller = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-A');
      // Header names keep the case that the exchange wrote them in.
      const headers = Object.entries(caller.SipHeaders ?? {});
      const [, extension = 'unknown'] = headers.find(([name]) => name.toLowerCase() === 'x-extension') ?? [];
      return respond([play(extension === 'unknown' ? 'wrong.wav' : 'welcome.wav'), hangup], { extension });
    }
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      return respond([hangup]);
    default:
      return respond([]);
  }
};
