import { useEffect, useRef, useState, type ReactElement } from 'react';
import { GlMap } from './gl-map.ts';
import type { MapActions, MapContent } from './map-branch.ts';
import { SvgMap } from './svg-map.tsx';
import styles from './branch-map.module.css';

/** The map itself, in a chunk of its own: drawn by WebGL, or plainly where there is none. */
export function MapCanvas(props: MapContent & MapActions): ReactElement {
  const container = useRef<HTMLDivElement>(null);
  const shown = useRef<GlMap>(undefined);
  const latest = useRef(props);
  const [isPlain, setPlain] = useState(false);

  useEffect(() => {
    if (container.current === null) return;
    try {
      shown.current = new GlMap(container.current);
      shown.current.show(latest.current, latest.current);
    } catch {
      // No WebGL 2: an old machine, or a browser that keeps it back.
      setPlain(true);
    }
    return () => {
      shown.current?.remove();
      shown.current = undefined;
    };
  }, []);

  useEffect(() => {
    latest.current = props;
    shown.current?.show(props, props);
  });

  return isPlain ? <SvgMap {...props} /> : <div ref={container} className={styles['canvas']} />;
}
