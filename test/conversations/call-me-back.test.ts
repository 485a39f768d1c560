import { accountNumber, tell, type Bank } from '../support/story.ts';

const busy = (bank: Bank): void => bank.alexa.faults.next('session', 429);

describe('a caller who would rather be called', () => {
  tell(
    'says so in one breath',
    { context: { ingress: 'callback', accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to have someone call me back about my bill
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  I am going to call your phone, the number ending in 47, … about a bill or a charge, … Would you like that?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. Answer it and press 1 …
        card   Call from Example Bank | …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  I am going to call your phone, the number ending in 47, … about a bill or a charge, … Would you like that?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. Answer it and press 1 …
        card   Call from Example Bank | …
        phone  rings about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de me rappeler pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  Je vais faire sonner votre téléphone, le numéro qui se termine par 47, … concernant une facture ou des frais, … Est-ce que cela vous convient?
        you    oui
        Alexa  Votre téléphone, le numéro qui se termine par 47, va sonner dans un instant. Répondez et faites le 1 …
        card   Banque Exemple vous appelle | …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que me llamen por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  Voy a hacer sonar su teléfono, el número que termina en 47, … sobre una factura o un cargo, … ¿Está de acuerdo?
        you    sí
        Alexa  Su teléfono, el número que termina en 47, va a sonar en un momento. Conteste y oprima el 1 …
        card   Llamada de Banco Ejemplo | …
        phone  rings about “mi factura”
        end
      `,
    },
  );

  tell(
    'says so half-way, and corrects the account after that',
    { context: { ingress: 'callback', attributes: { accountKind: 'savings' } } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    call me back instead
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  I am going to call your phone, … for your account ending in 82. Would you like that?
        you    no, my savings account
        Alexa  I am going to call your phone, … for your savings account. Would you like that?
        you    yes
        Alexa  Your phone, … is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    have someone call me back instead
        Alexa  I am going to call your phone, … for your account ending in 82. Would you like that?
        you    I meant my savings account
        Alexa  I am going to call your phone, … for your savings account. Would you like that?
        you    yes
        Alexa  Your phone, … is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    rappelez-moi plutôt
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  Je vais faire sonner votre téléphone, … Est-ce que cela vous convient?
        you    non, c'est pour mon compte d'épargne
        Alexa  Je vais faire sonner votre téléphone, … pour votre compte d'épargne. Est-ce que cela vous convient?
        you    oui
        Alexa  Votre téléphone, … va sonner dans un instant. …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    prefiero que me llamen
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  Voy a hacer sonar su teléfono, … ¿Está de acuerdo?
        you    no, mi cuenta de ahorros
        Alexa  Voy a hacer sonar su teléfono, … para su cuenta de ahorros. ¿Está de acuerdo?
        you    sí
        Alexa  Su teléfono, … va a sonar en un momento. …
        phone  rings about “mi factura”
        end
      `,
    },
  );

  tell(
    'takes the offer when the device could not call',
    { but: { 'Alexa is busy': busy }, context: { accountId: accountNumber } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to call your phone instead?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. …
        card   Call from Example Bank | …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        but    Alexa is busy
        you    yes
        Alexa  There are many calls right now, … Would you like me to call your phone instead?
        you    call me back
        Alexa  I am going to call your phone, … Would you like that?
        you    yes
        Alexa  Your phone, the number ending in 47, is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        but    Alexa is busy
        you    oui
        Alexa  Il y a beaucoup d'appels en ce moment, … Voulez-vous plutôt que je fasse sonner votre téléphone?
        you    oui
        Alexa  Votre téléphone, le numéro qui se termine par 47, va sonner dans un instant. …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        but    Alexa is busy
        you    sí
        Alexa  Hay muchas llamadas en este momento, … ¿Prefiere que haga sonar su teléfono?
        you    sí
        Alexa  Su teléfono, el número que termina en 47, va a sonar en un momento. …
        phone  rings about “mi factura”
        end
      `,
    },
  );

  tell(
    'hears that nobody can, and lets the device call',
    { ways: ['alexa-skill-call'], context: { ingress: 'alexa-skill-call' } },
    {
      'en-US': `
        you    ask example bank to call me back about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  I can't have anyone call you back here. Would you like me to call from this device instead?
        you    yes
        Alexa  … about a bill or a charge, … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … about a bill or a charge, … Would you like me to call now?
        you    call me back instead
        Alexa  I can't have anyone call you back here. Would you like me to call from this device instead?
        you    yes
        Alexa  … about a bill or a charge, … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de me rappeler pour ma facture
        Alexa  Je ne peux demander à personne de vous rappeler ici. Voulez-vous plutôt que j'appelle à partir de cet appareil?
        you    oui
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … concernant une facture ou des frais. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que me llamen por mi factura
        Alexa  No puedo pedir que le devuelvan la llamada aquí. ¿Prefiere que llame desde este dispositivo?
        you    sí
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … sobre una factura o un cargo. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
