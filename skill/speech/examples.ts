/** What callers are told that they can say. The interaction models have to understand each of them, word for word. */
export interface SpokenExamples {
  /** What it is about, in one breath with the wish to call. */
  readonly callAboutBill: string;
  /** What it is about, as an answer. */
  readonly aboutBill: string;
  readonly aboutLostCard: string;
  /** The wish to call, and nothing else. */
  readonly callSupport: string;
  /** To be called, rather than to call. */
  readonly callBack: string;
  /** There is no number at hand. */
  readonly noAccount: string;
  /** An answer is not known, or none of the skill's business. */
  readonly skip: string;
  readonly help: string;
  readonly stop: string;
}

export const englishExamples: SpokenExamples = {
  callAboutBill: 'call support about my bill',
  aboutBill: 'it is about my bill',
  aboutLostCard: 'about a lost card',
  callSupport: 'call support',
  callBack: 'call me back instead',
  noAccount: "I don't have it",
  skip: 'skip that',
  help: 'help',
  stop: 'stop',
};

export const frenchExamples: SpokenExamples = {
  callAboutBill: 'appelle le service à la clientèle pour ma facture',
  aboutBill: "c'est pour ma facture",
  aboutLostCard: 'au sujet de ma carte perdue',
  callSupport: 'appelle le service à la clientèle',
  callBack: 'rappelez-moi plutôt',
  noAccount: "je ne l'ai pas",
  skip: 'je ne sais pas',
  help: 'aide',
  stop: 'stop',
};

export const spanishExamples: SpokenExamples = {
  callAboutBill: 'llama a servicio al cliente por mi factura',
  aboutBill: 'es por mi factura',
  aboutLostCard: 'sobre mi tarjeta perdida',
  callSupport: 'llama a servicio al cliente',
  callBack: 'prefiero que me llamen',
  noAccount: 'no lo tengo',
  skip: 'no lo sé',
  help: 'ayuda',
  stop: 'cancelar',
};
