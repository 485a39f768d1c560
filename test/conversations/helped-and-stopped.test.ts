import { tell } from '../support/story.ts';

describe('a caller who needs help', () => {
  tell(
    'hears what the skill can do, has the question repeated, and goes on',
    {},
    {
      'en-US': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    help
        Alexa  I can connect you with someone at Example Bank … I cannot reach emergency services: in an emergency, dial 911. …
        you    call support about my bill
        Alexa  What is your account number? …
        you    help
        Alexa  I can connect you with someone at Example Bank … What is your account number? …
        you    repeat
        Alexa  What is your account number? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … for your account ending in 82. Would you like me to call now?
        you    what did you say
        Alexa  … for your account ending in 82. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    can you repeat that
        Alexa  Welcome to Example Bank. …
        you    call support about my bill
        Alexa  What is your account number? …
        you    what are my options
        Alexa  I can connect you with someone at Example Bank … What is your account number? …
        you    skip
        Alexa  … Would you like me to call now?
        you    help
        Alexa  I can connect you with someone at Example Bank … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you    aide
        Alexa  Je peux vous mettre en communication … en cas d'urgence, composez le 911. …
        you    appelle le service à la clientèle pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    répète
        Alexa  Quel est votre numéro de compte? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … pour votre compte qui se termine par 82. …
        you    comment ça marche
        Alexa  Je peux vous mettre en communication … Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. …
        you    ayuda
        Alexa  Puedo comunicarle con alguien de Banco Ejemplo … en una emergencia, marque el 911. …
        you    llama a servicio al cliente por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    repite
        Alexa  ¿Cuál es su número de cuenta? …
        you    7 7 4 0 0 1 9 3 8 2
        Alexa  … para su cuenta que termina en 82. …
        you    qué dijiste
        Alexa  … para su cuenta que termina en 82. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});

describe('a caller who has enough', () => {
  tell(
    'stops before the end, and nothing is left',
    {},
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    stop
        Alexa  Goodbye.
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    never mind
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    annule
        Alexa  Au revoir.
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        you    cancela
        Alexa  Adiós.
        end
      `,
    },
  );

  tell(
    'stops while the account is asked for',
    {},
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    cancel
        Alexa  Goodbye.
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    I changed my mind
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    j'ai changé d'idée
        Alexa  Au revoir.
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    cambié de opinión
        Alexa  Adiós.
        end
      `,
    },
  );
});
