// Passes a call on to a group of Voice Connectors, with an order number in a header.
const group = 'arn:aws:chime:us-east-1:111122223333:vcg/contact-center';
const hangup = (CallId) => ({ Type: 'Hangup', Parameters: { CallId, SipResponseCode: '0' } });

function actionsFor({ InvocationEventType: type, ActionData, CallDetails }) {
  const { Participants: participants, TransactionId } = CallDetails;
  const caller = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-A');
  switch (type) {
    case 'NEW_INBOUND_CALL':
      return [
        {
          Type: 'CallAndBridge',
          Parameters: {
            CallTimeoutSeconds: 30,
            CallerIdNumber: caller.To,
            Endpoints: [{ BridgeEndpointType: 'AWS', Arn: group, Uri: 'support' }],
            SipHeaders: { 'X-Order': '4711', 'X-Transaction': TransactionId, 'User-to-User': '34373131;encoding=hex' },
          },
        },
      ];
    case 'ACTION_FAILED':
      if (caller.Status !== 'Connected') return [];
      if (ActionData.Type !== 'CallAndBridge') return [hangup(caller.CallId)];
      return [{ Type: 'Speak', Parameters: { Text: 'All our lines are busy. Goodbye.' } }, hangup(caller.CallId)];
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
