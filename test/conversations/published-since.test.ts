import type { Reason } from '../../shared/domain/routing/table.ts';
import { tell } from '../support/story.ts';

/** In none of the interaction models. */
const travel: Reason = {
  id: 'travel-notice',
  name: { default: 'a trip abroad', fr: "un voyage à l'étranger", es: 'un viaje al extranjero' },
  synonyms: { default: ['my holidays'], fr: ['mes vacances'], es: ['mis vacaciones'] },
};

describe('a caller about something that was published since', () => {
  tell(
    'is understood once the skill is open',
    { reasons: [travel], context: { reason: expect.objectContaining({ id: 'travel-notice' }) } },
    {
      'en-US': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    my holidays
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a trip abroad. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a trip abroad.
        Echo   calls about “my holidays”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    call support about my holidays
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a trip abroad. Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a trip abroad.
        Echo   calls about “my holidays”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you    mes vacances
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … concernant un voyage à l'étranger. Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant un voyage à l'étranger.
        Echo   calls about “mes vacances”
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. …
        you    mis vacaciones
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … sobre un viaje al extranjero. ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre un viaje al extranjero.
        Echo   calls about “mis vacaciones”
        end
      `,
    },
  );

  tell(
    'is passed on in their own words when they say it in one breath',
    { reasons: [travel], context: { reason: expect.objectContaining({ id: 'other' }) } },
    {
      'en-US': `
        you    ask example bank to call support about my holidays
        Alexa  What is your account number? …
        you    skip
        Alexa  … it is about: my holidays. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my holidays”
        end
      `,
    },
  );
});
