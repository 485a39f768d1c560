import { tell, type Bank } from '../support/story.ts';

const trouble = (status: number) => (bank: Bank) => bank.alexa.faults.next('session', status);

describe('a caller in Europe', () => {
  tell(
    'is offered to be called back, and is',
    { household: { region: 'EU' } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  I can place calls for Alexa accounts in North America only. … Would you like me to call your phone instead?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  I can place calls for Alexa accounts in North America only. … Would you like me to call your phone instead?
        you    no thanks
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  Je ne peux faire des appels que pour les comptes Alexa d'Amérique du Nord. … Voulez-vous plutôt que je fasse sonner votre téléphone?
        you    oui
        Alexa  Votre téléphone, le numéro qui se termine par 47, va sonner dans un instant. …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        you    sí
        Alexa  Solo puedo hacer llamadas para cuentas de Alexa de Norteamérica. … ¿Prefiere que haga sonar su teléfono?
        you    sí
        Alexa  Su teléfono, el número que termina en 47, va a sonar en un momento. …
        phone  rings about “mi factura”
        end
      `,
    },
  );
});

describe('a caller who has not allowed calls, and cannot be called back', () => {
  tell(
    'hears where to allow them',
    // What was written waits for its hour: whoever dials by hand meanwhile is known by it.
    { ways: ['alexa-skill-call'], but: { 'calls are not allowed': trouble(403) }, abandoned: 1 },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    calls are not allowed
        you    yes
        Alexa  I am not allowed to place calls for you yet. You can change that in the Alexa app: …
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    calls are not allowed
        you    yes
        Alexa  I am not allowed to place calls for you yet. You can change that in the Alexa app: …
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    calls are not allowed
        you    oui
        Alexa  Je n'ai pas encore la permission de faire des appels pour vous. …
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    calls are not allowed
        you    sí
        Alexa  Todavía no tengo permiso para hacer llamadas por usted. …
        end
      `,
    },
  );
});

describe('a caller to whom Alexa is busy', () => {
  tell(
    'tries again, and is connected',
    { ways: ['alexa-skill-call'], but: { 'Alexa is busy': trouble(429) } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to try again?
        but    Alexa is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to try again?
        you    yes
        Alexa  Calling Example Bank support …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to try again?
        you    sure
        Alexa  Calling Example Bank support …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    Alexa is busy
        you    oui
        Alexa  Il y a beaucoup d'appels en ce moment, … Voulez-vous que je réessaie?
        you    oui
        Alexa  J'appelle Banque Exemple …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    Alexa is busy
        you    sí
        Alexa  Hay muchas llamadas en este momento, … ¿Quiere que lo intente otra vez?
        you    sí
        Alexa  Llamando a Banco Ejemplo …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'does not try again, and leaves nothing behind',
    { ways: ['alexa-skill-call'], but: { 'Alexa is in trouble': trouble(500) } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa is in trouble
        you    yes
        Alexa  Alexa can't place calls at the moment. … Would you like me to try again?
        you    no
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    Alexa is in trouble
        you    oui
        Alexa  Alexa ne peut pas faire d'appels pour le moment. … Voulez-vous que je réessaie?
        you    non merci
        Alexa  Au revoir.
        end
      `,
    },
  );
});

describe('a caller whose telephone cannot be rung', () => {
  tell(
    'just now, tries again, and is',
    {
      but: { 'the telephone service is busy': ({ callbackResults }: Bank) => callbackResults.push({ kind: 'busy' }) },
      context: { ingress: 'callback' },
    },
    {
      'en-US': `
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like that?
        but    the telephone service is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to try again?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like that?
        but    the telephone service is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to try again?
        you    sure
        Alexa  Your phone, the number ending in 47, is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de me rappeler pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Est-ce que cela vous convient?
        but    the telephone service is busy
        you    oui
        Alexa  Il y a beaucoup d'appels en ce moment, … Voulez-vous que je réessaie?
        you    oui
        Alexa  Votre téléphone, le numéro qui se termine par 47, va sonner dans un instant. …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que me llamen por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Está de acuerdo?
        but    the telephone service is busy
        you    sí
        Alexa  Hay muchas llamadas en este momento, … ¿Quiere que lo intente otra vez?
        you    sí
        Alexa  Su teléfono, el número que termina en 47, va a sonar en un momento. …
        phone  rings about “mi factura”
        end
      `,
    },
  );
});
