import { lazy, Suspense, type ReactElement } from 'react';
import { Waiting } from '../ui/waiting.tsx';
import styles from './branch-map.module.css';
import type { MapActions, MapContent } from './map-branch.ts';

const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas.tsx')).MapCanvas }));

/**
 * Branches on a map that needs nobody outside: clusters that open when they are clicked, a caller with the branches in question.
 * A picture with controls: whatever it tells stands in a table beside it too. Fills its parent, which must have a height.
 */
export function BranchMap(props: MapContent & MapActions): ReactElement {
  return (
    <div className={styles['map']}>
      <Suspense fallback={<Waiting words="Drawing the map" />}>
        <MapCanvas {...props} />
      </Suspense>
    </div>
  );
}
