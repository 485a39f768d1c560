/** Degrees of WGS 84. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A branch as a map shows it. */
export interface MapBranch extends Place {
  readonly id: string;
  readonly name: string;
}

/** A branch that a caller may be connected to. */
export interface MapCandidate {
  readonly id: string;
  /** From the caller. */
  readonly kilometers: number;
  /** Why it was passed over; absent: it was not. */
  readonly because?: string;
}

/** What a map is about: all of it is told by the table beside the map too. */
export interface MapContent {
  readonly branches: readonly MapBranch[];
  readonly caller?: Place | undefined;
  /** Nearest first. */
  readonly candidates?: readonly MapCandidate[] | undefined;
  readonly selected?: string | undefined;
  /** Kilometres around the caller within which branches are taken. */
  readonly within?: number | undefined;
}

/** What can be done on a map. */
export interface MapActions {
  readonly onSelect?: ((id: string) => void) | undefined;
  /** A place that was clicked; by keyboard, Enter takes the middle of the map. */
  readonly onPick?: ((place: Place) => void) | undefined;
  /** What the map shows now, told when it comes to rest. */
  readonly onView?: ((bounds: Bounds) => void) | undefined;
}

/** Where `west` is greater than `east`, it goes over the antimeridian. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}
