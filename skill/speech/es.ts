import { spanishExamples as examples } from './examples.ts';
import { oneByOne, spokenEnding, spokenPhoneNumber, writtenPhoneNumber } from './spoken-numbers.ts';
import { ssml, type Ssml } from './ssml.ts';
import { subjectOf, writtenReason, type SubjectPhrases } from './subject.ts';
import type { AnnouncedCall, SpokenNames, Words } from './words.ts';

const phrases: SubjectPhrases = {
  accounts: {
    anyKind: 'su cuenta',
    checking: 'su cuenta de cheques',
    savings: 'su cuenta de ahorros',
    'credit-card': 'su tarjeta de crédito',
    loan: 'su préstamo',
  },
  ending: (account, digits) => ssml`${account} que termina en ${digits}`,
  forAccount: (account) => ssml`, para ${account}`,
  about: (name) => ssml` sobre ${name}`,
};

/** Spanish of the United States: "usted", and no form that gives away whether a woman or a man is spoken to. */
export function spanish({ business, phoneNumber }: SpokenNames): Words {
  const dialInstead = ssml`Para comunicarse con ${business} por teléfono, marque el ${spokenPhoneNumber(phoneNumber)}.`;

  return {
    welcome: {
      speech: ssml`Le doy la bienvenida a ${business}. Puedo llamar al servicio al cliente por usted y explicar por qué llama. Diga, por ejemplo: ${examples.aboutLostCard}. ¿Cuál es el motivo de su llamada?`,
      reprompt: ssml`Puedo hacer una llamada por usted. Solo diga, por ejemplo: ${examples.callAboutBill}.`,
    },
    help: {
      speech: ssml`Puedo comunicarle con alguien de ${business} que ya sepa quién es usted y por qué llama. No puedo llamar a los servicios de emergencia: en una emergencia, marque el ${oneByOne('911')}. Para que yo llame, diga, por ejemplo: ${examples.callAboutBill}. Para que suene su teléfono, diga: ${examples.callBack}.`,
      reprompt: ssml`¿Qué desea hacer? Puede decir: ${examples.callSupport}. Para salir, diga: ${examples.stop}.`,
    },
    notUnderstood: {
      speech: ssml`Disculpe, no le entendí. Puedo llamar a ${business} por usted. Diga, por ejemplo: ${examples.callAboutBill}.`,
      reprompt: ssml`¿Qué desea hacer? Puede decir: ${examples.callAboutBill}, o: ${examples.help}.`,
    },
    notUnderstoodAgain: {
      speech: ssml`Todavía no le entiendo. Si quiere que llame, diga: ${examples.callSupport}. Si no, diga: ${examples.stop}. ¿Qué prefiere?`,
      reprompt: ssml`Por favor, diga: ${examples.callSupport}, o: ${examples.stop}.`,
    },
    giveUp: ssml`Lo siento, no logro entenderle. ${dialInstead} Adiós.`,
    goodbye: ssml`Adiós.`,
    askReason: {
      speech: ssml`¿Cuál es el motivo de su llamada? Puede decir, por ejemplo: ${examples.aboutLostCard}.`,
      reprompt: ssml`Voy a explicar por qué llama usted. ¿Qué debo decir?`,
    },
    askAccount: {
      speech: ssml`¿Cuál es su número de cuenta? Dígalo dígito por dígito, o diga: ${examples.noAccount}.`,
      reprompt: ssml`Diga los dígitos de su número de cuenta, uno por uno. Si no lo tiene a la mano, diga: ${examples.skip}.`,
    },
    askAccountAgain: {
      speech: ssml`Eso no parece un número de cuenta. Repítalo dígito por dígito, o diga: ${examples.skip}.`,
      reprompt: ssml`¿Cuáles son los dígitos de su número de cuenta? O diga: ${examples.noAccount}, y seguiré sin ese número.`,
    },
    askPostalCode: {
      speech: ssml`Para encontrar la sucursal más cercana, necesito saber dónde está usted. ¿Cuál es su código postal?`,
      reprompt: ssml`Diga los cinco dígitos de su código postal, o diga: ${examples.skip}.`,
    },
    askPostalCodeAgain: {
      speech: ssml`Eso no parece un código postal. ¿Puede decir sus cinco dígitos, uno por uno?`,
      reprompt: ssml`Por favor, repita su código postal, o diga: ${examples.skip}.`,
    },
    confirmCall: (call) => ({
      speech: ssml`Voy a llamar a ${business}${subject(call)}. ¿Quiere que llame ahora?`,
      reprompt: ssml`¿Hago esta llamada a ${business}? Por favor, diga sí o no.`,
    }),
    confirmCallBack: (call, lastDigits) => ({
      speech: ssml`Voy a hacer sonar su teléfono${theNumber(lastDigits)} y comunicarle con ${business}${subject(call)}. ¿Está de acuerdo?`,
      reprompt: ssml`¿Hago sonar su teléfono? Por favor, diga sí o no.`,
    }),
    notCalling: {
      speech: ssml`De acuerdo, no se llamó a nadie. Puede darme otro motivo u otro número de cuenta, o decir: ${examples.stop}. ¿Qué desea cambiar?`,
      reprompt: ssml`Puede decir, por ejemplo: ${examples.aboutBill}. O diga: ${examples.stop}.`,
    },
    calling: (call) => {
      const about = subjectOf(call, phrases, (words) => ssml`, y explicando que se trata de lo siguiente: ${words}`);
      return about.ssml === '' ? ssml`Llamando ahora a ${business}.` : ssml`Llamando a ${business}${about}.`;
    },
    callingBack: (call, lastDigits) =>
      ssml`Su teléfono${theNumber(lastDigits)} va a sonar en un momento. Conteste y oprima el 1 para hablar con ${business}${subject(call)}.`,
    card: (call, ingress) => {
      const reason = writtenReason(call);
      const about = reason === undefined ? '' : `Motivo de la llamada: ${reason}\n`;
      const byHand = `También puede marcar el ${writtenPhoneNumber(phoneNumber)}.`;
      return ingress === 'callback'
        ? {
            title: `Llamada de ${business}`,
            content: `Su teléfono va a sonar en un momento. Conteste y oprima el 1.\n${about}${byHand}`,
          }
        : { title: `Llamada a ${business}`, content: `Alexa está llamando a ${business}.\n${about}${byHand}` };
    },
    noDevice: ssml`No puedo hacer una llamada desde aquí. Vuelva a pedírmelo en un dispositivo Echo. ${dialInstead}`,
    numberMissing: {
      permissionMissing: ssml`Para llamar a ${business} por usted necesito su número de celular, y no tengo permiso para verlo. Le envié una tarjeta a su aplicación Alexa: ábrala, permita el acceso al número y vuelva a pedírmelo. ${dialInstead}`,
      notGiven: ssml`Para llamar a ${business} por usted necesito su número de celular, y en su perfil de Alexa no hay uno que yo pueda usar. Agréguelo en la aplicación Alexa, en la configuración de su perfil, y vuelva a pedírmelo. ${dialInstead}`,
      unavailable: ssml`En este momento no puedo consultar su perfil de Alexa, y sin su número no puedo llamar. Vuelva a pedírmelo en un minuto. ${dialInstead}`,
    },
    numberNotRung: {
      notAmongPrefixes: ssml`No puedo hacer sonar el número de su perfil: solo llamo a teléfonos de algunos lugares. ${dialInstead}`,
      tooOften: ssml`En la última hora ya hice con su teléfono todas las llamadas que puedo. Dentro de una hora volverá a ser posible. ${dialInstead}`,
    },
    callNotStarted: {
      permissionMissing: ssml`Todavía no tengo permiso para hacer llamadas por usted. Puede cambiarlo en la aplicación Alexa: abra ${business} en la lista de skills, vaya a Configuración y permita las llamadas.`,
      notAvailableHere: ssml`Solo puedo hacer llamadas para cuentas de Alexa de Norteamérica. ${dialInstead}`,
      busy: ssml`Hay muchas llamadas en este momento, y no se pudo hacer la suya. En un minuto es posible que funcione.`,
      refused: ssml`Lo siento, Alexa no pudo hacer esta llamada. ${dialInstead}`,
      notCapable: ssml`No puedo llamar a ${business} desde este dispositivo. ${dialInstead}`,
      unavailable: ssml`Alexa no puede hacer llamadas en este momento. En un minuto es posible que funcione. ${dialInstead}`,
    },
    offerCallBack: {
      speech: ssml`¿Prefiere que haga sonar su teléfono?`,
      reprompt: ssml`Puedo llamar a su propio teléfono y comunicarle desde ahí. ¿Lo hago?`,
    },
    offerFromHere: {
      speech: ssml`¿Prefiere que llame desde este dispositivo?`,
      reprompt: ssml`Puedo llamar a ${business} ahora mismo desde este dispositivo. ¿Lo hago?`,
    },
    offerAgain: {
      speech: ssml`¿Quiere que lo intente otra vez?`,
      reprompt: ssml`¿Hago otro intento? Por favor, diga sí o no.`,
    },
    callBackUnavailable: {
      speech: ssml`No puedo pedir que le devuelvan la llamada aquí. ¿Prefiere que llame desde este dispositivo?`,
      reprompt: ssml`Puedo llamar a ${business} ahora mismo desde este dispositivo. ¿Lo hago?`,
    },
    cannotPrepareCall: {
      speech: ssml`No puedo hacer su llamada en este momento, y no se llamó a nadie. ¿Quiere que lo intente otra vez?`,
      reprompt: ssml`¿Hago otro intento? Por favor, diga sí o no.`,
    },
    oneMoment: ssml`Un momento, por favor.`,
    somethingWentWrong: ssml`Disculpe, algo falló de mi parte. Vuelva a pedírmelo. ${dialInstead}`,
  };
}

function subject(call: AnnouncedCall): Ssml {
  return subjectOf(call, phrases, (words) => ssml`, y voy a explicar que se trata de lo siguiente: ${words}`);
}

function theNumber(lastDigits: string): Ssml {
  const end = spokenEnding(lastDigits);
  return end === undefined ? ssml`` : ssml`, el número que termina en ${end},`;
}
