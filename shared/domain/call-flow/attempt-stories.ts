import type { CallRecord } from './call-record.ts';
import type { AttemptStory } from './call-story.ts';
import type { AttemptMade, Happening } from './happening.ts';

type Told = Extract<Happening, { kind: 'attemptBegan' | 'attemptEnded' | 'voicemailLeft' }>;

/** The attempts of a call in the order in which they were made. @param records in order, each once. */
export function attemptStories(records: readonly CallRecord[]): readonly AttemptStory[] {
  const stories: AttemptStory[] = [];
  for (const record of records) {
    for (const happening of record.happenings) if (isOfAttempt(happening)) tell(stories, happening, record);
  }
  return stories;
}

function isOfAttempt(happening: Happening): happening is Told {
  return happening.kind === 'attemptBegan' || happening.kind === 'attemptEnded' || happening.kind === 'voicemailLeft';
}

/** Records may be missing, or be there twice: an outcome belongs to the last such attempt that has none yet. */
function tell(stories: AttemptStory[], happening: Told, { at }: CallRecord): void {
  const { attempt } = happening;
  const open = stories.findLastIndex((story) => story.outcome === undefined && isSame(story, attempt));
  const begun = stories[open];
  if (happening.kind !== 'attemptBegan') {
    put(stories, open, { ...(begun ?? attempt), ...outcomeOf(happening), ...rang(begun, at) });
    return;
  }
  const { context } = happening;
  // Made again without the words that could not be said before it: nobody was rung in between.
  const isAgain = begun !== undefined && open === stories.length - 1;
  const story = { ...attempt, beganAt: at, ...(context === undefined ? {} : { context }) };
  put(stories, isAgain ? open : -1, story);
}

/** In the place of another one, or after all. */
function put(stories: AttemptStory[], index: number, story: AttemptStory): void {
  if (index < 0) stories.push(story);
  else stories.splice(index, 1, story);
}

function isSame(story: AttemptMade, { kind, id }: AttemptMade): boolean {
  return story.kind === kind && story.id === id;
}

/** A voicemail that was left is what such an attempt is made for. */
function outcomeOf(happening: Exclude<Told, { kind: 'attemptBegan' }>): Pick<AttemptStory, 'outcome' | 'errorType'> {
  if (happening.kind === 'voicemailLeft') return { outcome: 'answered' };
  const { outcome, errorType } = happening;
  return { outcome, ...(errorType === undefined ? {} : { errorType }) };
}

function rang(begun: AttemptStory | undefined, at: number): Pick<AttemptStory, 'rangMs'> {
  return begun?.beganAt === undefined ? {} : { rangMs: Math.max(0, at - begun.beganAt) };
}
