// The function under load: by the number dialled it answers and hangs up, or bridges the caller to the callee.

const prompt = { Type: 'S3', BucketName: 'prompts', Key: 'short.wav' };
const voiceConnector = 'arn:aws:chime:us-east-1:111122223333:vc/benchconnector00000000';
const numbers = { hungUp: '+12065550101', bridged: '+12065550102' };

export async function handler(event) {
  const began = performance.now();
  const { Participants: participants } = event.CallDetails;
  const respond = (...actions) => ({ SchemaVersion: '1.0', Actions: actions });
  switch (event.InvocationEventType) {
    case 'NEW_INBOUND_CALL': {
      const [{ To: dialled, SipHeaders: headers = {} }] = participants;
      if (dialled !== numbers.bridged)
        return respond(
          { Type: 'PlayAudio', Parameters: { AudioSource: prompt } },
          { Type: 'Hangup', Parameters: { SipResponseCode: '0' } },
        );
      return respond({
        Type: 'CallAndBridge',
        Parameters: {
          CallTimeoutSeconds: 30,
          CallerIdNumber: numbers.bridged,
          Endpoints: [{ BridgeEndpointType: 'AWS', Arn: voiceConnector, Uri: 'callee' }],
          SipHeaders: {
            'X-Bench-Sent': headers['X-Bench-Sent'] ?? '',
            'X-Bench-Function': ((performance.now() - began) * 1000).toFixed(1),
          },
        },
      });
    }
    case 'HANGUP': {
      const other = participants.find(({ Status: status }) => status === 'Connected');
      return other === undefined
        ? respond()
        : respond({ Type: 'Hangup', Parameters: { SipResponseCode: '0', CallId: other.CallId } });
    }
    default:
      return respond();
  }
}
