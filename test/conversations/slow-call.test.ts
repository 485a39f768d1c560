import { tell, type Bank } from '../support/story.ts';

describe('a caller who has to wait', () => {
  tell(
    'hears that it takes a moment, and then the call',
    { but: { 'calling takes its time': (bank: Bank) => bank.alexa.faults.next('session', { afterMs: 2500 }) } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    calling takes its time
        you    yes
        while  One moment, please.
        Alexa  Calling Example Bank support …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    calling takes its time
        you    yes
        while  One moment, please.
        Alexa  Calling Example Bank support …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    calling takes its time
        you    oui
        while  Un instant, s'il vous plaît.
        Alexa  J'appelle Banque Exemple …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    calling takes its time
        you    sí
        while  Un momento, por favor.
        Alexa  Llamando a Banco Ejemplo …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'is told when nobody answers at all, and takes the telephone',
    { but: { 'nobody answers': (bank: Bank) => bank.alexa.faults.next('session', 'hang') } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    nobody answers
        you    yes
        while  One moment, please.
        Alexa  Alexa can't place calls at the moment. … Would you like me to call your phone instead?
        you    yes
        Alexa  Your phone, … is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    nobody answers
        you    yes
        while  One moment, please.
        Alexa  Alexa can't place calls at the moment. … Would you like me to call your phone instead?
        you    no
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    nobody answers
        you    oui
        while  Un instant, s'il vous plaît.
        Alexa  Alexa ne peut pas faire d'appels pour le moment. … Voulez-vous plutôt que je fasse sonner votre téléphone?
        you    oui
        Alexa  Votre téléphone, … va sonner dans un instant. …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    nobody answers
        you    sí
        while  Un momento, por favor.
        Alexa  Alexa no puede hacer llamadas en este momento. … ¿Prefiere que haga sonar su teléfono?
        you    sí
        Alexa  Su teléfono, … va a sonar en un momento. …
        phone  rings about “mi factura”
        end
      `,
    },
  );

  tell(
    'for their profile and the store hears that it takes a moment, and then the question',
    {
      but: {
        'everything is slow': ({ alexa, store }: Bank) => {
          alexa.faults.next('profile', { afterMs: 1200 }, 2);
          store.answersAfterMs = 800;
        },
      },
      context: { callerName: 'Wilhelmína Quackenbush', phoneNumber: '+12065550147' },
    },
    {
      'en-US': `
        but    everything is slow
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        while  One moment, please.
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        but    everything is slow
        you    skip
        while  One moment, please.
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        but    everything is slow
        you    passe
        while  Un instant, s'il vous plaît.
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        but    everything is slow
        you    omitir
        while  Un momento, por favor.
        Alexa  … ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
