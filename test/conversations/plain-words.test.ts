import { tell } from '../support/story.ts';

describe('a caller who speaks as people do', () => {
  tell(
    'says what has happened, and is understood',
    { context: { reason: expect.objectContaining({ id: 'lost-card' }) } },
    {
      'en-US': `
        you    tell example bank I lost my card
        Alexa  What is your account number? …
        you    I don't have it on me
        Alexa  … about a lost or stolen card. …
        you    yes
        Alexa  Calling …
        Echo   calls about “I lost my card”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    my card was stolen
        Alexa  What is your account number? …
        you    I don't remember
        Alexa  … about a lost or stolen card. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my card was stolen”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you    j'ai perdu ma carte
        Alexa  Quel est votre numéro de compte? …
        you    je ne l'ai pas sur moi
        Alexa  … concernant une carte perdue ou volée. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “j'ai perdu ma carte”
        end
      `,
      'es-US': `
        you    dile a banco ejemplo que perdí mi tarjeta
        Alexa  ¿Cuál es su número de cuenta? …
        you    no lo tengo aquí
        Alexa  … sobre una tarjeta perdida o robada. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “perdí mi tarjeta”
        end
      `,
    },
  );

  tell(
    'wants a person, and is asked what about',
    { context: { reason: expect.objectContaining({ id: 'billing' }) } },
    {
      'en-US': `
        you    ask example bank to get me a human
        Alexa  What is your call about? …
        you    my bill
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a bill or a charge. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. …
        you    I want to talk to a person
        Alexa  What is your call about? …
        you    a charge on my bill
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a bill or a charge. …
        you    yes
        Alexa  Calling …
        Echo   calls about “a charge on my bill”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. …
        you    je voudrais parler à une personne
        Alexa  Quelle est la raison de votre appel? …
        you    des frais
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … concernant une facture ou des frais. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “des frais”
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. …
        you    quiero hablar con una persona
        Alexa  ¿Cuál es el motivo de su llamada? …
        you    un cargo que no reconozco
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … sobre una factura o un cargo. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “un cargo que no reconozco”
        end
      `,
    },
  );

  tell(
    'asks for a branch by its place',
    {
      context: {
        reason: expect.objectContaining({ id: 'branch-visit' }),
        location: expect.objectContaining({ source: 'postalCode' }),
      },
    },
    {
      'en-US': `
        you    ask example bank to find the nearest branch near nine eight one zero nine
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “the nearest branch”
        end
      `,
      'en-CA': `
        you    ask example bank to find a branch near H2X 1Y4
        Alexa  What is your account number? …
        you    skip
        Alexa  … about a visit to a branch. …
        you    yes
        Alexa  Calling …
        Echo   calls about “a branch”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple de trouver une succursale près de H2X 1Y4
        Alexa  Quel est votre numéro de compte? …
        you    passe
        Alexa  … concernant une visite en succursale. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “une succursale”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que busque una sucursal cerca de nueve ocho uno cero nueve
        Alexa  ¿Cuál es su número de cuenta? …
        you    omitir
        Alexa  … sobre una visita a una sucursal. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “una sucursal”
        end
      `,
    },
  );

  tell(
    'says no and what they want instead in one go',
    { context: { reason: expect.objectContaining({ id: 'billing' }) } },
    {
      'en-US': `
        you    ask example bank to call support about my bill for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … Would you like me to call now?
        you    no, call me back
        Alexa  I am going to call your phone, … for your account ending in 82. Would you like that?
        you    yes
        Alexa  Your phone, … is about to ring. …
        phone  rings about “my bill”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about my lost card for account 7 7 4 0 0 1 9 3 8 2
        Alexa  … about a lost or stolen card, … Would you like me to call now?
        you    change the reason
        Alexa  Okay, nobody has been called. …
        you    it's about my bill
        Alexa  … about a bill or a charge, … Would you like me to call now?
        you    yes
        Alexa  Calling …
        Echo   calls about “my bill”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien pour ma facture pour le compte 7 7 4 0 0 1 9 3 8 2
        Alexa  … Voulez-vous que j'appelle maintenant?
        you    non, rappelez-moi
        Alexa  Je vais faire sonner votre téléphone, … Est-ce que cela vous convient?
        you    oui
        Alexa  Votre téléphone, … va sonner dans un instant. …
        phone  rings about “ma facture”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte por mi factura de la cuenta 7 7 4 0 0 1 9 3 8 2
        Alexa  … ¿Quiere que llame ahora?
        you    no, mejor llámame
        Alexa  Voy a hacer sonar su teléfono, … ¿Está de acuerdo?
        you    sí
        Alexa  Su teléfono, … va a sonar en un momento. …
        phone  rings about “mi factura”
        end
      `,
    },
  );
});
