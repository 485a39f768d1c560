import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export type LateComponent<Props> = LazyExoticComponent<ComponentType<Props>> & {
  /** Loads it before it is shown: `usePreloaded`. */
  readonly load: () => Promise<unknown>;
};

/** A component in a file of its own that is loaded when it is first shown. */
export function lateComponent<Props>(load: () => Promise<ComponentType<Props>>): LateComponent<Props> {
  return Object.assign(
    lazy(async () => ({ default: await load() })),
    { load },
  );
}
