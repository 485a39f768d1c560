import type { Card } from '../alexa/service/response.ts';
import type { AlexaTurn } from '../alexa/service/turn.ts';
import type { Happening } from './happening.ts';

/** What a person notices of one turn, in the order in which they do. */
export function turnHappenings(turn: AlexaTurn): Happening[] {
  const { speech, sessionOpen, card, consent, ended } = turn;
  const error = ended?.error;
  return [
    { type: 'alexa', speech, listening: sessionOpen },
    ...(consent === undefined ? [] : [{ type: 'consent', scopes: consent.scopes } as const]),
    ...(card === undefined ? [] : [cardShown(card)]),
    ...(ended === undefined
      ? []
      : [
          {
            type: 'sessionEnded',
            reason: ended.reason,
            ...(error === undefined ? {} : { error: `${error.type}: ${error.message}` }),
          } as const,
        ]),
  ];
}

function cardShown(card: Card): Happening {
  switch (card.type) {
    case 'Simple':
      return { type: 'card', kind: card.type, ...texts(card.title, card.content) };
    case 'Standard':
      return { type: 'card', kind: card.type, ...texts(card.title, card.text) };
    case 'LinkAccount':
      return { type: 'card', kind: card.type };
    case 'AskForPermissionsConsent':
      return { type: 'card', kind: card.type, text: `asks for ${card.permissions.join(', ')}` };
  }
}

function texts(title: string | null | undefined, text: string | null | undefined): { title?: string; text?: string } {
  return { ...(title ? { title } : {}), ...(text ? { text } : {}) };
}
