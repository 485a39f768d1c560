import type { LocaleWords } from './sayings.ts';

/** Canadian French, as telephone menus in Québec have it ("faites le 1"); no form gives away whether a woman or a man is spoken to. */
export const frCa: LocaleWords = {
  sayings: {
    nobodyAnswered:
      'Nous sommes désolés. Personne ne peut prendre votre appel pour le moment. Veuillez rappeler plus tard. Au revoir.',
    thanksForVoicemail: 'Merci. Nous avons bien reçu votre message. Au revoir.',
    oneMoment: "Un instant, s'il vous plaît.",
    tryingSomebodyElse: "Veuillez rester en ligne. Nous essayons de joindre quelqu'un d'autre.",
    adviserIsCalled: "Veuillez patienter pendant que nous appelons quelqu'un pour vous aider.",
    adviserIsComingBack: "Un instant, s'il vous plaît. La personne qui vous aide revient tout de suite.",
    callbackQuestion: "Bonjour. Voici l'appel que vous avez demandé. Pour parler à quelqu'un, faites le 1.",
    callbackAgain: "Désolé, nous n'avons pas reçu de réponse.",
    goodbye: 'Au revoir.',
    callsAreRecorded: 'Cet appel sera enregistré.',
    recordingQuestion:
      'Nous aimerions enregistrer cet appel. Pour accepter, faites le 1. Sinon, faites le 2 ou patientez.',
    recordingAgain: 'Cet appel ne sera pas enregistré.',
    anotherTryQuestion: "La communication a été coupée. Pour parler de nouveau à quelqu'un, faites le 1.",
    anotherTryAgain: "Désolé, nous n'avons pas reçu de réponse.",
    surveyQuestion:
      "Quel est votre degré de satisfaction à l'égard de cet appel? Choisissez un chiffre de 1 à 5. Le 1 veut dire très faible, et le 5, très élevé.",
    surveyAgain: "Désolé, ce n'est pas un chiffre de 1 à 5.",
    thanksForSurvey: 'Merci de votre réponse. Au revoir.',
    notUnderstood: "Désolé, nous n'avons pas compris votre choix.",
  },
  menu: {
    opening: 'Quelle est la raison de votre appel?',
    option: (name, key) => `Pour ${name}, faites le ${key}.`,
  },
};
