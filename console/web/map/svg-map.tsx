import type { FeatureCollection, Position } from 'geojson';
import { useEffect, useMemo, useState, type MouseEvent, type ReactElement } from 'react';
import { boundsOf } from './bounds.ts';
import styles from './branch-map.module.css';
import type { MapActions, MapContent } from './map-branch.ts';
import { marks, placesToSee } from './map-data.ts';
import { mapWords } from './map-words.ts';
import { stateOutlines } from './outlines.ts';
import { dotsOf, projection, type Projection } from './projection.ts';

const width = 800;
const height = 500;

/** The map where there is no WebGL: it stands still, and tells the same. */
export function SvgMap({ onPick, ...content }: MapContent & MapActions): ReactElement {
  const { branches, caller, candidates } = content;
  const [states, setStates] = useState<FeatureCollection>();
  useEffect(() => {
    stateOutlines().then(
      (outlines) => setStates(outlines.states),
      () => setStates(undefined),
    );
  }, []);
  const onPaper = useMemo(
    () => projection(boundsOf(placesToSee({ branches, caller, candidates })), width, height),
    [branches, caller, candidates],
  );
  const dots = useMemo(() => dotsOf(branches, onPaper, 14), [branches, onPaper]);
  const land = useMemo(() => (states === undefined ? '' : pathOf(states, onPaper)), [states, onPaper]);

  function pick({ currentTarget, clientX, clientY }: MouseEvent<SVGSVGElement>): void {
    const within = currentTarget.getScreenCTM()?.inverse();
    if (onPick === undefined || within === undefined) return;
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(within);
    onPick(onPaper.toPlace(x, y));
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a place is typed beside it as well
    <svg
      role="img"
      aria-label={mapWords(content)}
      viewBox={`0 0 ${width} ${height}`}
      className={styles['plain']}
      onClick={pick}
    >
      <path d={land} className={styles['land']} />
      {dots.map(({ x, y, count }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={3 + Math.log10(count) * 2} className={styles['branch']} />
      ))}
      {marks(content).features.map(({ geometry, properties: { kind, id } }) => {
        const [longitude = 0, latitude = 0] = geometry.coordinates;
        const [x, y] = onPaper.toPoint({ latitude, longitude });
        return <circle key={`${kind} ${id}`} cx={x} cy={y} r={7} className={styles[kind]} />;
      })}
    </svg>
  );
}

function pathOf({ features }: FeatureCollection, { toPoint }: Projection): string {
  const ring = (positions: readonly Position[]): string => {
    const points = positions.map(([longitude = 0, latitude = 0]) => toPoint({ latitude, longitude }));
    // A ring that goes around the back of the picture would be drawn across it.
    const xs = points.map(([x]) => x);
    if (Math.max(...xs) - Math.min(...xs) > 20 * width) return '';
    return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
  };
  return features
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon'
        ? geometry.coordinates
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat()
          : [],
    )
    .map(ring)
    .join('');
}
