import type { LocaleWords } from './sayings.ts';

/** Spanish of the United States, as telephone menus have it there ("oprima el 1"); no form gives away whether a woman or a man is spoken to. */
export const esUs: LocaleWords = {
  sayings: {
    nobodyAnswered:
      'Lo sentimos. Nadie puede atender su llamada en este momento. Por favor, vuelva a llamar más tarde. Adiós.',
    thanksForVoicemail: 'Gracias. Hemos recibido su mensaje. Adiós.',
    oneMoment: 'Un momento, por favor.',
    tryingSomebodyElse: 'Permanezca en la línea, por favor. Estamos tratando de comunicarnos con otra persona.',
    adviserIsCalled: 'Permanezca en la línea, por favor, mientras llamamos a alguien que pueda ayudarle.',
    adviserIsComingBack: 'Un momento, por favor. La persona que le atiende regresa enseguida.',
    callbackQuestion: 'Hola. Esta es la llamada que usted pidió. Para hablar con alguien, oprima el 1.',
    callbackAgain: 'Lo sentimos, no recibimos su respuesta.',
    goodbye: 'Adiós.',
    callsAreRecorded: 'Esta llamada será grabada.',
    recordingQuestion: 'Nos gustaría grabar esta llamada. Para aceptar, oprima el 1. Si no, oprima el 2 o espere.',
    recordingAgain: 'Esta llamada no será grabada.',
    anotherTryQuestion: 'La otra persona ha colgado. Para volver a hablar con alguien, oprima el 1.',
    anotherTryAgain: 'Lo sentimos, no recibimos su respuesta.',
    surveyQuestion:
      '¿Cuál es su grado de satisfacción con esta llamada? Oprima un número del 1 al 5. El 1 significa muy bajo y el 5 significa muy alto.',
    surveyAgain: 'Lo sentimos, ese no es un número del 1 al 5.',
    thanksForSurvey: 'Gracias por su respuesta. Adiós.',
    notUnderstood: 'Lo sentimos, no entendimos su elección.',
  },
  menu: {
    opening: '¿Cuál es el motivo de su llamada?',
    option: (name, key) => `Para ${name}, oprima el ${key}.`,
  },
};
