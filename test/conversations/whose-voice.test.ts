import { scopes, tell, wilhelmina } from '../support/story.ts';
import type { SkillLocale } from '../../shared/contracts/skill-locales.ts';
import type { AlexaAccount } from '../../infra/local/alexa/api/account.ts';

/** Her son lives with her, has a number of his own, and Alexa knows both by their voices. */
function family(locale: SkillLocale): Partial<AlexaAccount> {
  return {
    grantedPermissions: [...wilhelmina(locale).grantedPermissions, scopes.person],
    people: [
      {
        id: 'diego',
        personId: 'amzn1.ask.person.DIEGO',
        name: 'Diego Quackenbush',
        givenName: 'Diego',
        mobileNumber: { countryCode: '+1', phoneNumber: '425-555-0148' },
      },
    ],
  };
}

describe('a caller whose voice Alexa knows', () => {
  tell(
    'calls under their own name, from their own number',
    { household: family, context: { callerName: 'Diego Quackenbush', phoneNumber: '+14255550148' } },
    {
      'en-US': `
        diego  ask example bank to call me back about my bill
        Alexa  What is your account number? …
        diego  skip
        Alexa  I am going to call your phone, the number ending in 48, …
        diego  yes
        Alexa  Your phone, the number ending in 48, is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        diego  ask example bank to call support about my bill
        Alexa  What is your account number? …
        diego  skip
        Alexa  … about a bill or a charge. …
        diego  yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        diego  demande à banque exemple de me rappeler pour ma facture
        Alexa  Quel est votre numéro de compte? …
        diego  passe
        Alexa  … le numéro qui se termine par 48, …
        diego  oui
        Alexa  Votre téléphone, le numéro qui se termine par 48, …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        diego  pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        diego  omitir
        Alexa  … sobre una factura o un cargo. …
        diego  sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'is not taken for a voice that she does not know',
    { household: family, context: { callerName: 'Wilhelmína Quackenbush', phoneNumber: '+12065550147' } },
    {
      'en-US': `
        you    ask example bank to call me back about my bill
        Alexa  What is your account number? …
        you    skip
        Alexa  I am going to call your phone, the number ending in 47, …
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. …
        phone  rings about “my bill”
        end
      `,
    },
  );
});
