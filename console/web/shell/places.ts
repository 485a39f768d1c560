import type { ConsoleScope } from '../../../shared/contracts/console-scopes.ts';

/** A part of the console. */
export interface Place {
  readonly path: string;
  readonly name: string;
  /** Who lacks it does not see the place. */
  readonly scope: ConsoleScope;
}

export const places: readonly Place[] = [
  { path: '/routing', name: 'Routing', scope: 'tables/read' },
  { path: '/simulator', name: 'Simulator', scope: 'tables/read' },
  { path: '/calls', name: 'Calls', scope: 'calls/read' },
  { path: '/figures', name: 'Figures', scope: 'calls/read' },
  { path: '/desk', name: 'Desk', scope: 'call-contexts/read' },
  { path: '/changes', name: 'Changes', scope: 'tables/read' },
];

/** The part of the console that an address is in. */
export function placeOf(path: string): Place | undefined {
  return places.find((place) => path === place.path || path.startsWith(`${place.path}/`));
}
