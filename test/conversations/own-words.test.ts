import { tell } from '../support/story.ts';

describe('a caller whose reason is in nobody’s list', () => {
  tell(
    'is passed on in their own words',
    { context: { reason: expect.objectContaining({ id: 'other' }), accountId: undefined } },
    {
      'en-US': `
        you    open example bank
        Alexa  … What is your call about?
        you    it's about my late husband's account
        Alexa  What is your account number? …
        you    I don't have it
        Alexa  I am going to call Example Bank support, and I will tell them that it is about: my late husband's account. …
        you    yes
        Alexa  Calling Example Bank support, and telling them that it is about: my late husband's account.
        Echo   calls about “my late husband's account”
        end
      `,
      'en-CA': `
        you    ask example bank to call support about the blue envelope from Tuesday
        Alexa  What is your account number? …
        you    I don't know
        Alexa  … I will tell them that it is about: the blue envelope from Tuesday. …
        you    yes
        Alexa  Calling Example Bank support, and telling them that it is about: the blue envelope from Tuesday.
        card   Call to Example Bank | …the blue envelope from Tuesday…
        Echo   calls about “the blue envelope from Tuesday”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  … Quelle est la raison de votre appel?
        you    c'est à propos de l'enveloppe bleue de mardi
        Alexa  Quel est votre numéro de compte? …
        you    je ne l'ai pas
        Alexa  Je vais appeler Banque Exemple, et je vais préciser qu'il s'agit de ceci : l'enveloppe bleue de mardi. …
        you    oui
        Alexa  J'appelle Banque Exemple, en précisant qu'il s'agit de ceci : l'enveloppe bleue de mardi.
        Echo   calls about “l'enveloppe bleue de mardi”
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  … ¿Cuál es el motivo de su llamada?
        you    se trata de el sobre azul del martes
        Alexa  ¿Cuál es su número de cuenta? …
        you    no lo sé
        Alexa  Voy a llamar a Banco Ejemplo, y voy a explicar que se trata de lo siguiente: el sobre azul del martes. …
        you    sí
        Alexa  Llamando a Banco Ejemplo, y explicando que se trata de lo siguiente: el sobre azul del martes.
        Echo   calls about “el sobre azul del martes”
        end
      `,
    },
  );

  tell(
    'needs no lead-in once the skill has asked',
    { context: { reason: expect.objectContaining({ id: 'other' }) } },
    {
      'en-US': `
        you    ask example bank to call support
        Alexa  What is your call about? …
        you    my late husband left me his money
        Alexa  What is your account number? …
        you    I don't have it
        Alexa  … I will tell them that it is about: my late husband left me his money. …
        you    yes
        Alexa  Calling …
        Echo   calls about “my late husband left me his money”
        end
      `,
      'en-CA': `
        you    ask example bank to call support
        Alexa  What is your call about? …
        you    a <strange> letter and its envelope
        Alexa  What is your account number? …
        you    I don't have it
        Alexa  … it is about: a <strange> letter … envelope. …
        you    yes
        Alexa  Calling …
        Echo   calls about “a <strange> letter and its envelope”
        end
      `,
      'fr-CA': `
        you    demande à banque exemple d'appeler le soutien
        Alexa  Quelle est la raison de votre appel? …
        you    l'enveloppe bleue de mardi
        Alexa  Quel est votre numéro de compte? …
        you    je ne l'ai pas
        Alexa  … qu'il s'agit de ceci : l'enveloppe bleue de mardi. …
        you    oui
        Alexa  J'appelle …
        Echo   calls about “l'enveloppe bleue de mardi”
        end
      `,
      'es-US': `
        you    pídele a banco ejemplo que llame a soporte
        Alexa  ¿Cuál es el motivo de su llamada? …
        you    el sobre azul del martes
        Alexa  ¿Cuál es su número de cuenta? …
        you    no lo tengo
        Alexa  … que se trata de lo siguiente: el sobre azul del martes. …
        you    sí
        Alexa  Llamando …
        Echo   calls about “el sobre azul del martes”
        end
      `,
    },
  );
});
