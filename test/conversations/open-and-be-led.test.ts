import { accountNumber, tell } from '../support/story.ts';

describe('a caller who opens the skill', () => {
  tell(
    'is led to the call',
    { context: { ingress: 'alexa-skill-call', accountId: accountNumber, callerName: 'Wilhelmína Quackenbush' } },
    {
      'en-US': `
        you    open example bank
        Alexa  Welcome to Example Bank. I can call support for you … What is your call about?
        you    about a lost card
        Alexa  What is your account number? …
        you    seven seven four zero zero one nine three eight two
        Alexa  I am going to call Example Bank support about a lost or stolen card, for your account ending in 82.
        Alexa  Would you like me to call now?
        you    yes
        Alexa  Calling Example Bank support about a lost or stolen card, for your account ending in 82.
        card   Call to Example Bank | …
        Echo   calls about “a lost card”
        end
      `,
      'en-CA': `
        you    open example bank
        Alexa  Welcome to Example Bank. … What is your call about?
        you    a lost card
        Alexa  What is your account number? …
        you    it's 774 001 9382
        Alexa  … about a lost or stolen card, for your account ending in 82. Would you like me to call now?
        you    go ahead
        Alexa  Calling Example Bank support about a lost or stolen card, for your account ending in 82.
        card   Call to Example Bank | …
        Echo   calls about “a lost card”
        end
      `,
      'fr-CA': `
        you    ouvre banque exemple
        Alexa  Bienvenue chez Banque Exemple. … Quelle est la raison de votre appel?
        you    au sujet de ma carte perdue
        Alexa  Quel est votre numéro de compte? …
        you    sept sept quatre zéro zéro un neuf trois huit deux
        Alexa  Je vais appeler Banque Exemple concernant une carte perdue ou volée, pour votre compte qui se termine par 82.
        Alexa  Voulez-vous que j'appelle maintenant?
        you    oui
        Alexa  J'appelle Banque Exemple concernant une carte perdue ou volée, pour votre compte qui se termine par 82.
        card   Appel à Banque Exemple | …
        Echo   calls about “ma carte perdue”
        end
      `,
      'es-US': `
        you    abre banco ejemplo
        Alexa  Le doy la bienvenida a Banco Ejemplo. … ¿Cuál es el motivo de su llamada?
        you    sobre mi tarjeta perdida
        Alexa  ¿Cuál es su número de cuenta? …
        you    siete siete cuatro cero cero uno nueve tres ocho dos
        Alexa  Voy a llamar a Banco Ejemplo sobre una tarjeta perdida o robada, para su cuenta que termina en 82.
        Alexa  ¿Quiere que llame ahora?
        you    sí
        Alexa  Llamando a Banco Ejemplo sobre una tarjeta perdida o robada, para su cuenta que termina en 82.
        card   Llamada a Banco Ejemplo | …
        Echo   calls about “mi tarjeta perdida”
        end
      `,
    },
  );
});
