import { tell } from '../support/story.ts';

describe('a caller who is not understood', () => {
  tell(
    'twice, is asked in other words each time, and then gets through',
    {},
    {
      'en-US': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    what is the weather
        Alexa  Sorry, I didn't get that. …
        you    play some music
        Alexa  I still didn't understand. … Which will it be?
        you    call support about my bill
        Alexa  What is your account number? …
        you    skip that
        Alexa  … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    what is the weather
        Alexa  Sorry, I didn't get that. …
        you    play some music
        Alexa  I still didn't understand. … Which will it be?
        you    call support
        Alexa  What is your call about? …
        you    about a lost card
        Alexa  What is your account number? …
        you    stop
        Alexa  Goodbye.
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you    quel temps fait-il
        Alexa  Excusez-moi, je n'ai pas compris. …
        you    mets de la musique
        Alexa  Je n'ai toujours pas compris. … Que préférez-vous?
        you    appelle le service à la clientèle
        Alexa  Quelle est la raison de votre appel? …
        you    au sujet de ma carte perdue
        Alexa  Quel est votre numéro de compte? …
        you    stop
        Alexa  Au revoir.
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. …
        you    qué tiempo hace
        Alexa  Disculpe, no le entendí. …
        you    pon música
        Alexa  Todavía no le entiendo. … ¿Qué prefiere?
        you    llama a servicio al cliente
        Alexa  ¿Cuál es el motivo de su llamada? …
        you    sobre mi tarjeta perdida
        Alexa  ¿Cuál es su número de cuenta? …
        you    cancelar
        Alexa  Adiós.
        end
      `,
    },
  );

  tell(
    'three times, gets a number to dial, and nothing is left',
    {},
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    what is the weather
        Alexa  Should I place this call to Example Bank? Please say yes or no.
        you    play some music
        Alexa  Should I place this call to Example Bank? Please say yes or no.
        you    tell me a joke
        Alexa  I'm sorry, I am having trouble understanding. To reach Example Bank by phone, dial …. Goodbye.
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    what is the weather
        Alexa  Sorry, I didn't get that. …
        you    play some music
        Alexa  I still didn't understand. …
        you    tell me a joke
        Alexa  I'm sorry, I am having trouble understanding. To reach Example Bank by phone, dial …. Goodbye.
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you    quel temps fait-il
        Alexa  Excusez-moi, je n'ai pas compris. …
        you    mets de la musique
        Alexa  Je n'ai toujours pas compris. …
        you    raconte une blague
        Alexa  Je regrette, j'ai du mal à vous comprendre. Pour joindre Banque Exemple par téléphone, composez le …. Au revoir.
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. …
        you    qué tiempo hace
        Alexa  Disculpe, no le entendí. …
        you    pon música
        Alexa  Todavía no le entiendo. …
        you    cuéntame un chiste
        Alexa  Lo siento, no logro entenderle. Para comunicarse con Banco Ejemplo por teléfono, marque el …. Adiós.
        end
      `,
    },
  );

  tell(
    'about the account, is connected without it',
    { context: { accountId: undefined } },
    {
      'en-US': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    what is the weather
        Alexa  Please say the digits of your account number, one at a time. …
        you    play some music
        Alexa  … about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my bill
        Alexa  What is your account number? …
        you    what is the weather
        Alexa  Please say the digits of your account number, one at a time. …
        you    play some music
        Alexa  … about a bill or a charge. Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture
        Alexa  Quel est votre numéro de compte? …
        you    quel temps fait-il
        Alexa  Dites les chiffres de votre numéro de compte, un à la fois. …
        you    mets de la musique
        Alexa  … concernant une facture ou des frais. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura
        Alexa  ¿Cuál es su número de cuenta? …
        you    qué tiempo hace
        Alexa  Diga los dígitos de su número de cuenta, uno por uno. …
        you    pon música
        Alexa  … sobre una factura o un cargo. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “mi factura”
        end
      `,
    },
  );
});
