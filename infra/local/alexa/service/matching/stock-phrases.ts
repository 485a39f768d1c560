/** What people say for the built-in intents without any sample in the model (Alexa Skills Kit documentation, standard-built-in-intents). English. */
export const stockPhrases: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me', 'i need help', 'what can i say', 'what can you do'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up', 'stop it', 'please stop'],
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it', 'cancel that'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure', 'yeah', 'yep', 'correct', "that's right", 'ok', 'okay', 'right'],
  'AMAZON.NoIntent': ['no', 'no thanks', 'no thank you', 'nope', 'nah', "that's wrong"],
  'AMAZON.NavigateHomeIntent': ['go home', 'navigate home', 'go to the home screen', 'home'],
  'AMAZON.RepeatIntent': ['repeat', 'say that again', 'repeat that', 'repeat please', 'can you repeat that'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
};

/** Ends the session without asking the skill; it hears a SessionEndedRequest with USER_INITIATED. */
export const exitPhrases: readonly string[] = ['exit', 'quit'];

export function isStockPhrase(intentName: string, said: string): boolean {
  return stockPhrases[intentName]?.includes(said) ?? false;
}
