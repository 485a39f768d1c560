import type { Place } from './findings/places.ts';

/** Somebody asked to be taken to a place; a new object each time. */
export interface Jump {
  readonly place: Place;
}
