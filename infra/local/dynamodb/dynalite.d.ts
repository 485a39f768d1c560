/** The part of dynalite's options that is used here; the package has no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  function dynalite(options: {
    /** How long a table stays in CREATING, in milliseconds. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }): Server;
  export = dynalite;
}
