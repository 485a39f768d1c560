/** Words that Alexa takes for her own before or after a skill's name, in the languages of the skill. */
const launchWords = [
  'launch ask tell load begin enable open start run use play talk resume',
  'lance demande dis ouvre démarre commence active utilise joue',
  'lanza pide pídele pregunta dile abre inicia empieza activa usa',
].flatMap((words) => words.split(' '));
const wakeWords = ['alexa', 'amazon', 'echo', 'computer', 'ziggy', 'skill', 'app'];
/** Of a name of two words neither may be one of these. */
const smallWords = [
  'the a an for to of about up by at off with',
  'le la les un une de du des pour à el los las una para del',
].flatMap((words) => words.split(' '));

/** The business's name as it is said: "First Harbour" → "first harbour". */
export function invocationNameOf(business: string): string {
  return business
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{Ll}'. ]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/**
 * What Alexa would refuse in an invocation name, as the rest of a sentence; `undefined` when nothing
 * (Alexa Skills Kit documentation, choose-the-invocation-name-for-a-custom-skill).
 */
export function invocationNameProblem(name: string): string | undefined {
  const words = name.split(' ');
  if (name.length < 2 || name.length > 50) return 'must be 2 to 50 characters long';
  if (!/^\p{Ll}[\p{Ll}'.]*(?: \p{Ll}[\p{Ll}'.]*)*$/u.test(name))
    return 'must be lower-case letters, apostrophes, periods and single blanks; numbers are spelled out';
  if (words.length < 2) return 'must have two words or more';
  const reserved = words.find((word) => launchWords.includes(word) || wakeWords.includes(word));
  if (reserved !== undefined) return `has the word "${reserved}" in it, which Alexa takes for her own`;
  if (words.length === 2 && words.some((word) => smallWords.includes(word)))
    return 'has an article or a preposition for one of its two words: add a third word';
  return undefined;
}
