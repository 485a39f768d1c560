import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { CallerLocation } from '../../../../shared/domain/location.ts';
import { Button } from '../../ui/button.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import desk from '../desk.module.css';
import { placeWords, sourceWords } from './context-words.ts';
import styles from './context.module.css';

const BranchMap = lazy(async () => ({ default: (await import('../../map/branch-map.tsx')).BranchMap }));

/** Where the caller is, and how good the evidence is; on a map for whoever asks. */
export function CallerPlace({ location }: { readonly location: CallerLocation }): ReactElement {
  const [isMapShown, setMapShown] = useState(false);
  const { source, observedAt, coordinates } = location;
  return (
    <div className={styles['body']}>
      <span>
        {placeWords(location) ?? 'a place on the map'}{' '}
        <span className={desk['soft']}>
          by {sourceWords[source]}, <Ago at={observedAt} />
        </span>
      </span>
      {coordinates !== undefined && (
        <div className={desk['buttons']}>
          <Button variant="quiet" onPress={() => setMapShown(!isMapShown)}>
            {isMapShown ? 'Hide the map' : 'Show on the map'}
          </Button>
        </div>
      )}
      {coordinates !== undefined && isMapShown && (
        <div className={styles['map']}>
          <Suspense fallback={<Waiting words="Drawing the map" />}>
            <BranchMap branches={noBranches} caller={coordinates} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

const noBranches = [] as const;
