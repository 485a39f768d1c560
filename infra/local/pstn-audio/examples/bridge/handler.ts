// Rings a second party with a ringback tone of its own. In TypeScript: types are stripped, nothing has to be built.
interface Participant {
  readonly CallId: string;
  readonly ParticipantTag: 'LEG-A' | 'LEG-B';
  readonly To: string;
  readonly Status?: 'Connected' | 'Disconnected';
}
interface SmaEvent {
  readonly InvocationEventType: string;
  readonly ActionData?: { readonly Type: string };
  readonly CallDetails: {
    readonly Participants: readonly Participant[];
    readonly TransactionAttributes?: Readonly<Record<string, string>>;
  };
}
interface Action {
  readonly Type: string;
  readonly Parameters: object;
}

const hangup = (CallId: string): Action => ({ Type: 'Hangup', Parameters: { CallId, SipResponseCode: '0' } });

/** What the call is to do next. */
function actionsFor({ InvocationEventType: type, ActionData, CallDetails }: SmaEvent): Action[] {
  const { Participants: participants } = CallDetails;
  // Nothing guarantees their order: the tag tells who is who.
  const caller = participants.find(({ ParticipantTag }) => ParticipantTag === 'LEG-A');
  switch (type) {
    case 'NEW_INBOUND_CALL':
      return [
        {
          Type: 'CallAndBridge',
          Parameters: {
            CallTimeoutSeconds: 20,
            CallerIdNumber: caller?.To,
            RingbackTone: { Type: 'S3', BucketName: 'prompts', Key: 'ringback.wav' },
            Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+12065550141' }],
          },
        },
      ];
    case 'ACTION_FAILED':
      // A caller who has left is Disconnected by now, and HANGUP follows.
      if (caller?.Status !== 'Connected') return [];
      if (ActionData?.Type !== 'CallAndBridge') return [hangup(caller.CallId)];
      return [{ Type: 'Speak', Parameters: { Text: 'Nobody can take your call. Goodbye.' } }, hangup(caller.CallId)];
    case 'HANGUP':
      // Whoever is left stays up until they are hung up.
      return participants.filter(({ Status }) => Status === 'Connected').map(({ CallId }) => hangup(CallId));
    default:
      return [];
  }
}

export const handler = async (event: SmaEvent): Promise<object> => ({
  SchemaVersion: '1.0',
  Actions: actionsFor(event),
  TransactionAttributes: event.CallDetails.TransactionAttributes ?? {},
});
