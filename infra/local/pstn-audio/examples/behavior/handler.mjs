// A handler that is right however AWS's documentation is read: each switch of "Behavior" may stand as it likes.
const play = (Key) => ({ Type: 'PlayAudio', Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key } } });
const hangup = (CallId) => ({ Type: 'Hangup', Parameters: { CallId, SipResponseCode: '0' } });

function actionsFor({ InvocationEventType: type, ActionData: data, CallDetails: { Participants: participants } }) {
  // By tag: LegBFirst turns the order round. Status may be absent: only 'Disconnected' says that somebody has gone.
  const caller = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-A');
  const callee = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-B');
  switch (type) {
    case 'NEW_INBOUND_CALL': {
      // Never an empty list, no SipHeaders to a PSTN endpoint, and what reports is the last of its list.
      const Endpoints = [{ BridgeEndpointType: 'PSTN', Uri: '+12065550141' }];
      const bridge = { CallerIdNumber: caller.To, CallTimeoutSeconds: 20, Endpoints };
      return [play('welcome.wav'), { Type: 'CallAndBridge', Parameters: bridge }];
    }
    case 'ACTION_SUCCESSFUL':
      // Also told of what was cut off by somebody's leaving.
      if (data.Type !== 'CallAndBridge' || callee?.Status !== 'Connected') return [];
      return [{ Type: 'SendDigits', Parameters: { CallId: callee.CallId, Digits: ',7' } }];
    case 'ACTION_FAILED':
      if (caller.Status === 'Disconnected') return [];
      return data.Type === 'CallAndBridge' ? [play('goodbye.wav'), hangup(caller.CallId)] : [hangup(caller.CallId)];
    case 'HANGUP':
      return participants.filter(({ Status }) => Status === 'Connected').map(({ CallId }) => hangup(CallId));
    case 'INVALID_LAMBDA_RESPONSE':
      return [hangup(caller.CallId)];
    default:
      return [];
  }
}

export const handler = async (event) => {
  // All attributes are sent each time, fewer than ten of them, so that Replace and Merge come to the same.
  const state = event.CallDetails.TransactionAttributes ?? {};
  return {
    SchemaVersion: '1.0',
    Actions: actionsFor(event),
    TransactionAttributes: { ...state, step: event.InvocationEventType },
  };
};
