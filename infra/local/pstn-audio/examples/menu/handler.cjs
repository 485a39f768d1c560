'use strict';
// Keys by PlayAudioAndGetDigits, then a number by SpeakAndGetDigits. CommonJS with a callback, as Node.js 22 on Lambda takes it.
const file = (Key) => ({ Type: 'S3', BucketName: 'prompts', Key });
const say = (Text) => ({ Type: 'Speak', Parameters: { Text } });
const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };

const menu = {
  Type: 'PlayAudioAndGetDigits',
  Parameters: {
    AudioSource: file('menu.wav'),
    FailureAudioSource: file('wrong.wav'),
    InputDigitsRegex: '^[12]$',
    MinNumberOfDigits: 1,
    MaxNumberOfDigits: 1,
    Repeat: 3,
    RepeatDurationInMilliseconds: 4000,
  },
};
const askForAccount = {
  Type: 'SpeakAndGetDigits',
  Parameters: {
    SpeechParameters: { Text: 'Please enter the four digits of your account, then the hash key.' },
    FailureSpeechParameters: { Text: 'That was not an account. Please try again.' },
    InputDigitsRegex: '^\\d{4}$',
    MinNumberOfDigits: 4,
    MaxNumberOfDigits: 4,
    TerminatorDigits: ['#'],
    Repeat: 2,
    RepeatDurationInMilliseconds: 4000,
  },
};

exports.handler = (event, _context, callback) => callback(null, respond(event));

function respond({ InvocationEventType: type, ActionData, CallDetails: { TransactionAttributes = {} } }) {
  const Actions = (() => {
    if (type === 'NEW_INBOUND_CALL') return [menu];
    if (type === 'INVALID_LAMBDA_RESPONSE') return [hangup];
    // What cannot be said now will not be sayable a moment later: no words after words that failed.
    if (type === 'ACTION_FAILED') return ActionData.Type.endsWith('GetDigits') ? [say('Goodbye.'), hangup] : [hangup];
    if (type !== 'ACTION_SUCCESSFUL') return [];
    return afterDigits(ActionData.Type, ActionData.ReceivedDigits);
  })();
  return { SchemaVersion: '1.0', Actions, TransactionAttributes };
}

function afterDigits(action, digits) {
  // No digits may come as a success with none.
  if (action.endsWith('GetDigits') && !digits) return [say('Goodbye.'), hangup];
  if (action === 'SpeakAndGetDigits') return [say(`Account ${digits.split('').join(' ')} is in good order.`), hangup];
  if (action !== 'PlayAudioAndGetDigits') return [];
  return digits === '1'
    ? [{ Type: 'PlayAudio', Parameters: { AudioSource: file('hours.wav') } }, hangup]
    : [askForAccount];
}
