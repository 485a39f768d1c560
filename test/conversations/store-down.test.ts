import { tell, type Bank } from '../support/story.ts';

const store = {
  'the store is down': (bank: Bank) => (bank.store.condition = 'down'),
  'the store is mute': (bank: Bank) => (bank.store.condition = 'mute'),
  'the store is up again': (bank: Bank) => (bank.store.condition = 'up'),
};

describe('a caller while the store is down', () => {
  tell(
    'hears that nobody was called, tries again, and is connected',
    { but: store },
    {
      'en-US': `
        but    the store is down
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  I can't place your call at the moment, and nobody has been called. Would you like me to try again?
        you    yes
        Alexa  I can't place your call at the moment, and nobody has been called. Would you like me to try again?
        but    the store is up again
        you    yes
        Alexa  … Would you like me to call now?
        but    the store is down
        you    yes
        Alexa  I can't place your call at the moment, and nobody has been called. Would you like me to try again?
        but    the store is up again
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        but    the store is mute
        you    skip
        while  One moment, please.
        Alexa  I can't place your call at the moment, and nobody has been called. Would you like me to try again?
        but    the store is up again
        you    yes
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        but    the store is down
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  Je ne peux pas faire votre appel pour le moment, et personne n'a été appelé. Voulez-vous que je réessaie?
        but    the store is up again
        you    oui
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        but    the store is down
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  No puedo hacer su llamada en este momento, y no se llamó a nadie. ¿Quiere que lo intente otra vez?
        but    the store is up again
        you    sí
        Alexa  … ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'gives up, and nobody is called',
    { but: store },
    {
      'en-US': `
        but    the store is down
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  I can't place your call at the moment, and nobody has been called. Would you like me to try again?
        you    no
        Alexa  Goodbye.
        end
      `,
      'en-CA': `
        but    the store is mute
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        while  One moment, please.
        Alexa  I can't place your call at the moment, and nobody has been called. Would you like me to try again?
        you    no
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        but    the store is down
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  Je ne peux pas faire votre appel pour le moment, et personne n'a été appelé. Voulez-vous que je réessaie?
        you    non
        Alexa  Au revoir.
        end
      `,
      'es-US': `
        but    the store is down
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  No puedo hacer su llamada en este momento, y no se llamó a nadie. ¿Quiere que lo intente otra vez?
        you    no
        Alexa  Adiós.
        end
      `,
    },
  );
});
