import { english } from '../../../../../../../infra/local/alexa/service/language/english.ts';
import { french } from '../../../../../../../infra/local/alexa/service/language/french.ts';
import { spanish } from '../../../../../../../infra/local/alexa/service/language/spanish.ts';
import { isExitPhrase, isStockPhrase } from '../../../../../../../infra/local/alexa/service/matching/stock-phrases.ts';
import { normalise } from '../../../../../../../infra/local/alexa/service/matching/tokens.ts';

const languages = { english, french, spanish };

describe("Alexa's own phrases", () => {
  it.each([
    { language: english, said: "That's right.", intent: 'AMAZON.YesIntent' },
    { language: english, said: 'say that again', intent: 'AMAZON.RepeatIntent' },
    { language: french, said: "Oui, s'il vous plaît", intent: 'AMAZON.YesIntent' },
    { language: french, said: 'd’accord', intent: 'AMAZON.YesIntent' },
    { language: french, said: 'Non merci', intent: 'AMAZON.NoIntent' },
    { language: french, said: 'aidez-moi', intent: 'AMAZON.HelpIntent' },
    { language: french, said: "Qu'est-ce que je peux dire?", intent: 'AMAZON.HelpIntent' },
    { language: french, said: 'arrete', intent: 'AMAZON.StopIntent' },
    { language: french, said: 'laisse tomber', intent: 'AMAZON.CancelIntent' },
    { language: french, said: 'repete', intent: 'AMAZON.RepeatIntent' },
    { language: french, said: "retourne à l'accueil", intent: 'AMAZON.NavigateHomeIntent' },
    { language: french, said: 'recommence', intent: 'AMAZON.StartOverIntent' },
    { language: spanish, said: 'si', intent: 'AMAZON.YesIntent' },
    { language: spanish, said: '¡Sí, por favor!', intent: 'AMAZON.YesIntent' },
    { language: spanish, said: 'no, gracias', intent: 'AMAZON.NoIntent' },
    { language: spanish, said: '¿Me puedes ayudar?', intent: 'AMAZON.HelpIntent' },
    { language: spanish, said: 'detente', intent: 'AMAZON.StopIntent' },
    { language: spanish, said: 'olvidalo', intent: 'AMAZON.CancelIntent' },
    { language: spanish, said: 'repítelo', intent: 'AMAZON.RepeatIntent' },
    { language: spanish, said: 'pantalla de inicio', intent: 'AMAZON.NavigateHomeIntent' },
    { language: spanish, said: 'empieza de nuevo', intent: 'AMAZON.StartOverIntent' },
  ])('"$said" is $intent', ({ language, said, intent }) => {
    expect(isStockPhrase(intent, said, language)).toBe(true);
  });

  it.each([
    { language: english, said: 'oui' },
    { language: french, said: 'yes' },
    { language: spanish, said: 'yes' },
    { language: spanish, said: 'oui' },
  ])('does not take "$said" of another language for a yes', ({ language, said }) => {
    expect(isStockPhrase('AMAZON.YesIntent', said, language)).toBe(false);
  });

  it.each([
    { language: english, said: 'Exit!' },
    { language: french, said: 'quitter' },
    { language: spanish, said: 'salir' },
  ])('"$said" ends the session', ({ language, said }) => {
    expect(isExitPhrase(said, language)).toBe(true);
  });

  it.each(Object.entries(languages))('mean one thing each in %s', (_, { stockPhrases, exitPhrases }) => {
    const phrases = [...Object.values(stockPhrases), exitPhrases].flat().map(normalise);

    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  });
});
