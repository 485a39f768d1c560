import { tell } from '../support/story.ts';

describe('a caller who says nothing', () => {
  tell(
    'is asked once more in other words, and answers',
    {},
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you
        Alexa  Please say the digits of your account number, one at a time. …
        you    skip that
        Alexa  … Would you like me to call now?
        you
        Alexa  Should I place this call to Example Bank? Please say yes or no.
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you
        Alexa  I can place a call for you. Just say, for example: call support about my bill.
        you    call support about my bill
        Alexa  What is your account number? …
        you    skip that
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you
        Alexa  Je peux faire un appel pour vous. Dites simplement, par exemple : …
        you    appelle le service à la clientèle pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you
        Alexa  Dites les chiffres de votre numéro de compte, un à la fois. …
        you    je ne sais pas
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. …
        you
        Alexa  Puedo hacer una llamada por usted. Solo diga, por ejemplo: …
        you    llama a servicio al cliente por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you
        Alexa  Diga los dígitos de su número de cuenta, uno por uno. …
        you    no lo sé
        Alexa  … ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );

  tell(
    'twice, is left alone, and nobody is called',
    {},
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you
        Alexa  Should I place this call to Example Bank? Please say yes or no.
        you
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you
        Alexa  Should I place this call to Example Bank? Please say yes or no.
        you
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        you
        Alexa  Est-ce que je fais cet appel à Banque Exemple? Répondez par oui ou par non.
        you
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        you
        Alexa  ¿Hago esta llamada a Banco Ejemplo? Por favor, diga sí o no.
        you
        end
      `,
    },
  );
});
