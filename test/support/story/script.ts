/** Something that a person says, or leaves unsaid, and all that is to come of it. */
export interface Exchange {
  /** Done before, by name. */
  readonly deeds: readonly string[];
  /** Absent when nobody speaks any more; '' is silence. */
  readonly says?: string;
  /** A member of the household; absent: a voice that Alexa does not know. */
  readonly speaker?: string;
  readonly follows: readonly Line[];
}

export interface Line {
  readonly who: Actor;
  readonly what: string;
}

/** Those who answer, in the order in which a script has them; everybody else in it speaks to Alexa. */
export const actors = ['while', 'Alexa', 'asks', 'card', 'Echo', 'phone', 'end'] as const;
export type Actor = (typeof actors)[number];

/**
 * Reads a conversation, a line each:
 *
 *     you    open example bank          what a person says; nothing is silence, and a name in the place of "you" a voice that Alexa knows
 *     while  One moment, please.        what Alexa says before the skill has answered
 *     Alexa  Welcome to …               what she says then: … stands for anything, and several lines for one speech
 *     asks   number, name               what she asks the customer to allow
 *     card   Call to … | …              what the Alexa app shows: title and text, or "asks for number, name"
 *     Echo   calls about “my bill”      the device calls; the agent reads the caller's own words
 *     phone  rings about “my bill”      the caller's own telephone does
 *     end                               Alexa listens no longer
 *     but    the profile is down        something that the story does before the next words
 *
 * What is not written does not happen; the cards that go with calls may be left out.
 * @throws Error for a line that comes before anybody has said something.
 */
export function readScript(text: string): readonly Exchange[] {
  const exchanges: { deeds: string[]; says?: string; speaker?: string; follows: Line[] }[] = [];
  let deeds: string[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, who = '', what = ''] = /^(\S+)\s*(.*)$/u.exec(line) ?? [];
    const actor = actors.find((known) => known === who);
    const last = exchanges.at(-1);
    const lineBefore = last?.follows.at(-1);
    if (who === 'but') deeds.push(what);
    else if (actor === undefined) {
      exchanges.push({ deeds, says: what, ...(who === 'you' ? {} : { speaker: who }), follows: [] });
      deeds = [];
    } else if (last === undefined) throw new Error(`nobody has said anything before: ${line}`);
    else if (actor === 'Alexa' && lineBefore?.who === 'Alexa')
      last.follows.splice(-1, 1, { who: actor, what: `${lineBefore.what} ${what}` });
    else last.follows.push({ who: actor, what });
  }
  return deeds.length === 0 ? exchanges : [...exchanges, { deeds, follows: [] }];
}

/** Whether words are those of a script, in which … stands for anything. */
export function fits(pattern: string, words: string): boolean {
  const parts = pattern.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^]*')}$`, 'u').test(words.replaceAll(/\s+/gu, ' ').trim());
}
