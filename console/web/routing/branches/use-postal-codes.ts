import { useEffect, useState } from 'react';
import type { PlaceOfPostalCode } from './branch-row.ts';

/** Where ZIP codes lie; absent until they are loaded, which is done once somebody needs them: they are 170 kB. */
export function usePostalCodes(isNeeded: boolean): PlaceOfPostalCode | undefined {
  const [placeOf, setPlaceOf] = useState<PlaceOfPostalCode>();
  useEffect(() => {
    if (!isNeeded) return;
    let isLeft = false;
    void import('../../../../shared/adapters/postal-codes/coordinates-of-postal-code.ts').then(
      ({ coordinatesOfPostalCode }) => {
        if (!isLeft) setPlaceOf(() => coordinatesOfPostalCode);
      },
      // Without them a branch is missing on the map, and the grid says so.
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [isNeeded]);
  return placeOf;
}
