import { frenchExamples as examples } from './examples.ts';
import { oneByOne, spokenEnding, spokenPhoneNumber, writtenPhoneNumber } from './spoken-numbers.ts';
import { ssml, type Ssml } from './ssml.ts';
import { subjectOf, writtenReason, type SubjectPhrases } from './subject.ts';
import type { AnnouncedCall, SpokenNames, Words } from './words.ts';

const phrases: SubjectPhrases = {
  accounts: {
    anyKind: 'votre compte',
    checking: 'votre compte-chèques',
    savings: "votre compte d'épargne",
    'credit-card': 'votre carte de crédit',
    loan: 'votre prêt',
  },
  ending: (account, digits) => ssml`${account} qui se termine par ${digits}`,
  forAccount: (account) => ssml`, pour ${account}`,
  // Unlike "au sujet de", it stays the same before every name.
  about: (name) => ssml` concernant ${name}`,
};

/**
 * Canadian French: "vous", and no form that gives away whether a woman or a man is spoken to, or speaks.
 * No "de" or "que" stands before the business, whose name may begin with a vowel.
 */
export function french({ business, phoneNumber }: SpokenNames): Words {
  const dialInstead = ssml`Pour joindre ${business} par téléphone, composez le ${spokenPhoneNumber(phoneNumber)}.`;

  return {
    welcome: {
      speech: ssml`Bienvenue chez ${business}. Je peux appeler le service à la clientèle pour vous et dire pourquoi vous appelez. Dites par exemple : ${examples.aboutLostCard}. Quelle est la raison de votre appel?`,
      reprompt: ssml`Je peux faire un appel pour vous. Dites simplement, par exemple : ${examples.callAboutBill}.`,
    },
    help: {
      speech: ssml`Je peux vous mettre en communication avec quelqu'un chez ${business} qui sait déjà qui vous êtes et pourquoi vous appelez. Je ne peux pas joindre les services d'urgence : en cas d'urgence, composez le ${oneByOne('911')}. Pour que j'appelle, dites par exemple : ${examples.callAboutBill}. Pour que votre téléphone sonne, dites : ${examples.callBack}.`,
      reprompt: ssml`Que voulez-vous faire? Vous pouvez dire : ${examples.callSupport}. Pour quitter, dites : ${examples.stop}.`,
    },
    notUnderstood: {
      speech: ssml`Excusez-moi, je n'ai pas compris. Je peux appeler ${business} pour vous. Dites par exemple : ${examples.callAboutBill}.`,
      reprompt: ssml`Que voulez-vous faire? Vous pouvez dire : ${examples.callAboutBill}, ou : ${examples.help}.`,
    },
    notUnderstoodAgain: {
      speech: ssml`Je n'ai toujours pas compris. Si je dois appeler, dites : ${examples.callSupport}. Sinon, dites : ${examples.stop}. Que préférez-vous?`,
      reprompt: ssml`Dites : ${examples.callSupport}, ou : ${examples.stop}.`,
    },
    giveUp: ssml`Je regrette, j'ai du mal à vous comprendre. ${dialInstead} Au revoir.`,
    goodbye: ssml`Au revoir.`,
    askReason: {
      speech: ssml`Quelle est la raison de votre appel? Vous pouvez dire, par exemple : ${examples.aboutLostCard}.`,
      reprompt: ssml`Je vais transmettre la raison de votre appel. Qu'est-ce que je dois dire?`,
    },
    askAccount: {
      speech: ssml`Quel est votre numéro de compte? Dites-le chiffre par chiffre, ou dites : ${examples.noAccount}.`,
      reprompt: ssml`Dites les chiffres de votre numéro de compte, un à la fois. Si vous ne l'avez pas sous la main, dites : ${examples.skip}.`,
    },
    askAccountAgain: {
      speech: ssml`Cela ne ressemble pas à un numéro de compte. Répétez-le chiffre par chiffre, ou dites : ${examples.skip}.`,
      reprompt: ssml`Quels sont les chiffres de votre numéro de compte? Ou dites : ${examples.noAccount}, et je vais continuer sans ce numéro.`,
    },
    askPostalCode: {
      speech: ssml`Pour trouver la succursale la plus proche, je dois savoir où vous êtes. Quel est votre code postal?`,
      reprompt: ssml`Dites votre code postal, ou seulement ses trois premiers caractères. Ou dites : ${examples.skip}.`,
    },
    askPostalCodeAgain: {
      speech: ssml`Cela ne ressemble pas à un code postal. Pouvez-vous le dire une lettre ou un chiffre à la fois?`,
      reprompt: ssml`Les trois premiers caractères de votre code postal suffisent. Ou dites : ${examples.skip}.`,
    },
    confirmCall: (call) => ({
      speech: ssml`Je vais appeler ${business}${subject(call)}. Voulez-vous que j'appelle maintenant?`,
      reprompt: ssml`Est-ce que je fais cet appel à ${business}? Répondez par oui ou par non.`,
    }),
    confirmCallBack: (call, lastDigits) => ({
      speech: ssml`Je vais faire sonner votre téléphone${theNumber(lastDigits)} et vous mettre en communication avec ${business}${subject(call)}. Est-ce que cela vous convient?`,
      reprompt: ssml`Est-ce que je fais sonner votre téléphone? Répondez par oui ou par non.`,
    }),
    notCalling: {
      speech: ssml`D'accord, personne n'a été appelé. Vous pouvez me donner une autre raison ou un autre numéro de compte, ou dire : ${examples.stop}. Que voulez-vous changer?`,
      reprompt: ssml`Vous pouvez dire, par exemple : ${examples.aboutBill}. Ou dites : ${examples.stop}.`,
    },
    calling: (call) => {
      const about = subjectOf(call, phrases, (words) => ssml`, en précisant qu'il s'agit de ceci : ${words}`);
      return about.ssml === '' ? ssml`J'appelle ${business} maintenant.` : ssml`J'appelle ${business}${about}.`;
    },
    callingBack: (call, lastDigits) =>
      ssml`Votre téléphone${theNumber(lastDigits)} va sonner dans un instant. Répondez et faites le 1 pour parler à quelqu'un chez ${business}${subject(call)}.`,
    card: (call, ingress) => {
      const reason = writtenReason(call);
      const about = reason === undefined ? '' : `Raison de l'appel : ${reason}\n`;
      const byHand = `Vous pouvez aussi composer le ${writtenPhoneNumber(phoneNumber)}.`;
      return ingress === 'callback'
        ? {
            title: `${business} vous appelle`,
            content: `Votre téléphone va sonner dans un instant. Répondez et faites le 1.\n${about}${byHand}`,
          }
        : { title: `Appel à ${business}`, content: `Alexa appelle ${business}.\n${about}${byHand}` };
    },
    noDevice: ssml`Je ne peux pas faire d'appel à partir d'ici. Refaites votre demande sur un appareil Echo. ${dialInstead}`,
    numberMissing: {
      permissionMissing: ssml`Pour appeler ${business} à votre place, j'ai besoin de votre numéro de cellulaire, et je n'ai pas la permission de le voir. J'ai envoyé une carte dans votre application Alexa : ouvrez-la, autorisez l'accès au numéro, puis refaites votre demande. ${dialInstead}`,
      notGiven: ssml`Pour appeler ${business} à votre place, j'ai besoin de votre numéro de cellulaire, et votre profil Alexa n'en a pas que je puisse utiliser. Ajoutez-le dans l'application Alexa, dans les paramètres de votre profil, puis refaites votre demande. ${dialInstead}`,
      unavailable: ssml`Je n'arrive pas à consulter votre profil Alexa pour le moment, et sans votre numéro je ne peux pas appeler. Refaites votre demande dans une minute. ${dialInstead}`,
    },
    numberNotRung: {
      notAmongPrefixes: ssml`Je ne peux pas faire sonner le numéro de votre profil : je n'appelle que les téléphones de certaines régions. ${dialInstead}`,
      tooOften: ssml`Vous avez fait autant d'appels depuis une heure que je peux en faire avec votre téléphone. Dans une heure, ce sera de nouveau possible. ${dialInstead}`,
    },
    callNotStarted: {
      permissionMissing: ssml`Je n'ai pas encore la permission de faire des appels pour vous. Vous pouvez me la donner dans l'application Alexa : ouvrez ${business} dans la liste des skills, puis les paramètres, et autorisez les appels.`,
      notAvailableHere: ssml`Je ne peux faire des appels que pour les comptes Alexa d'Amérique du Nord. ${dialInstead}`,
      busy: ssml`Il y a beaucoup d'appels en ce moment, et le vôtre n'a pas pu être fait. Dans une minute, cela pourrait fonctionner.`,
      refused: ssml`Je regrette, Alexa n'a pas pu faire cet appel. ${dialInstead}`,
      notCapable: ssml`Je ne peux pas appeler ${business} à partir de cet appareil. ${dialInstead}`,
      unavailable: ssml`Alexa ne peut pas faire d'appels pour le moment. Dans une minute, cela pourrait fonctionner. ${dialInstead}`,
    },
    offerCallBack: {
      speech: ssml`Voulez-vous plutôt que je fasse sonner votre téléphone?`,
      reprompt: ssml`Je peux vous appeler sur votre propre téléphone et vous mettre en communication. Est-ce que je le fais?`,
    },
    offerFromHere: {
      speech: ssml`Voulez-vous plutôt que j'appelle à partir de cet appareil?`,
      reprompt: ssml`Je peux appeler ${business} tout de suite à partir de cet appareil. Est-ce que je le fais?`,
    },
    offerAgain: {
      speech: ssml`Voulez-vous que je réessaie?`,
      reprompt: ssml`Est-ce que je fais un nouvel essai? Répondez par oui ou par non.`,
    },
    callBackUnavailable: {
      speech: ssml`Je ne peux demander à personne de vous rappeler ici. Voulez-vous plutôt que j'appelle à partir de cet appareil?`,
      reprompt: ssml`Je peux appeler ${business} tout de suite à partir de cet appareil. Est-ce que je le fais?`,
    },
    cannotPrepareCall: {
      speech: ssml`Je ne peux pas faire votre appel pour le moment, et personne n'a été appelé. Voulez-vous que je réessaie?`,
      reprompt: ssml`Est-ce que je fais un nouvel essai? Répondez par oui ou par non.`,
    },
    oneMoment: ssml`Un instant, s'il vous plaît.`,
    somethingWentWrong: ssml`Excusez-moi, quelque chose n'a pas fonctionné de mon côté. Refaites votre demande. ${dialInstead}`,
  };
}

function subject(call: AnnouncedCall): Ssml {
  return subjectOf(call, phrases, (words) => ssml`, et je vais préciser qu'il s'agit de ceci : ${words}`);
}

function theNumber(lastDigits: string): Ssml {
  const end = spokenEnding(lastDigits);
  return end === undefined ? ssml`` : ssml`, le numéro qui se termine par ${end},`;
}
