// Lets a bot find out what the caller wants. Here the bot follows the script in pstn-audio.json; on AWS it is Amazon Lex.
const play = (Key) => ({ Type: 'PlayAudio', Parameters: { AudioSource: { Type: 'S3', BucketName: 'prompts', Key } } });
const say = (Text) => ({ Type: 'Speak', Parameters: { Text } });
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };
const talk = {
  Type: 'StartBotConversation',
  Parameters: {
    BotAliasArn: 'arn:aws:lex:us-east-1:111122223333:bot-alias/FLOWERBOT1/LIVE000001',
    LocaleId: 'en_US',
    Configuration: {
      SessionState: { SessionAttributes: { channel: 'telephone' }, DialogAction: { Type: 'ElicitIntent' } },
      WelcomeMessages: [{ Content: 'Press 1 for flowers, 2 for our opening hours.', ContentType: 'PlainText' }],
    },
  },
};

function afterTalk({ Name, Slots, ConfirmationState, State }) {
  if (Name === 'OpeningHours') return [play('hours.wav'), hangup];
  if (Name !== 'OrderFlowers' || State === 'Failed' || ConfirmationState === 'Denied')
    return [play('goodbye.wav'), hangup];
  return [say(`You get ${Slots.FlowerType.Value.InterpretedValue}.`), play('welcome.wav'), hangup];
}

export const handler = async ({ InvocationEventType: type, ActionData: data, CallDetails }) => {
  const respond = (...Actions) => ({
    SchemaVersion: '1.0',
    Actions,
    TransactionAttributes: CallDetails.TransactionAttributes ?? {},
  });
  const isHere = CallDetails.Participants.some(({ Status }) => Status !== 'Disconnected');
  switch (type) {
    case 'NEW_INBOUND_CALL':
      return respond(talk);
    case 'ACTION_SUCCESSFUL':
      return data.Type === 'StartBotConversation' && isHere
        ? respond(...afterTalk(data.IntentResult.SessionState.Intent))
        : respond();
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      return isHere ? respond(hangup) : respond();
    default:
      return respond();
  }
};
