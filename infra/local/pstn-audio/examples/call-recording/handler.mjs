// Records a bridged call. The caller's keys rule the recording: *1 pauses it, *2 goes on, *3 ends it.
const hangup = (CallId) => ({ Type: 'Hangup', Parameters: { CallId, SipResponseCode: '0' } });
const say = (Text) => ({ Type: 'Speak', Parameters: { Text } });
const byKeys = { '*1': 'PauseCallRecording', '*2': 'ResumeCallRecording', '*3': 'StopCallRecording' };

/** One pattern is heard once: it has to be armed again after each. */
const listen = (CallId) => ({
  Type: 'ReceiveDigits',
  Parameters: {
    CallId,
    InputDigitsRegex: '^\\*[123]$',
    InBetweenDigitsDurationInMilliseconds: 400,
    FlushDigitsDurationInMilliseconds: 5000,
  },
});
const start = (CallId) => ({
  Type: 'StartCallRecording',
  Parameters: { CallId, Track: 'BOTH', Destination: { Type: 'S3', Location: 'recordings/calls' } },
});

function actionsFor({ InvocationEventType: type, ActionData: data, CallDetails: { Participants: participants } }) {
  const caller = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-A');
  switch (type) {
    case 'NEW_INBOUND_CALL': {
      const Endpoints = [{ BridgeEndpointType: 'PSTN', Uri: '+12065550141' }];
      return [{ Type: 'CallAndBridge', Parameters: { CallerIdNumber: caller.To, Endpoints } }];
    }
    case 'ACTION_SUCCESSFUL':
      if (data.Type === 'CallAndBridge') return [start(caller.CallId)];
      return data.Type === 'StartCallRecording' ? [listen(caller.CallId)] : [];
    case 'DIGITS_RECEIVED': {
      const Type = byKeys[data.ReceivedDigits];
      const change = Type === undefined ? [] : [{ Type, Parameters: { CallId: caller.CallId } }];
      return [...change, listen(caller.CallId)];
    }
    case 'ACTION_FAILED':
      if (caller.Status !== 'Connected') return [];
      if (data.Type === 'CallAndBridge') return [say('Nobody can take your call. Goodbye.'), hangup(caller.CallId)];
      // A recording that fails is no reason to end a conversation; words that fail are, with nobody to talk to.
      return data.Type === 'Speak' ? [hangup(caller.CallId)] : [];
    case 'HANGUP':
      return participants.filter(({ Status }) => Status === 'Connected').map(({ CallId }) => hangup(CallId));
    default:
      return [];
  }
}

export const handler = async (event) => ({
  SchemaVersion: '1.0',
  Actions: actionsFor(event),
  TransactionAttributes: event.CallDetails.TransactionAttributes ?? {},
});
