import styles from './map-colours.module.css';

export const mapColourNames = [
  'water',
  'land',
  'border',
  'county',
  'cluster',
  'ring',
  'onCluster',
  'selected',
  'caller',
  'taken',
  'passed',
] as const;
export type MapColourName = (typeof mapColourNames)[number];
/** As rgba(), which is all that a WebGL map reads. */
export type MapColours = Readonly<Record<MapColourName, string>>;

/** The tokens as they are now, light or dark: the browser works them out for elements only, so some are made for it and taken away. */
export function mapColours(within: HTMLElement): MapColours {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  probe.hidden = true;
  within.append(probe);
  const colours = mapColourNames.map((name): [MapColourName, string] => {
    probe.className = styles[name] ?? '';
    return [name, asRgba(getComputedStyle(probe).color, pen)];
  });
  probe.remove();
  return Object.fromEntries(colours) as Record<MapColourName, string>;
}

/** Tells when the page goes from light to dark, or back. @returns what ends it. */
export function onColourChange(tell: () => void): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const root = new MutationObserver(tell);
  scheme.addEventListener('change', tell);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  return () => {
    scheme.removeEventListener('change', tell);
    root.disconnect();
  };
}

/** By painting it: a browser may tell colours as oklch() or color(), too. */
function asRgba(colour: string, pen: CanvasRenderingContext2D | null): string {
  if (pen === null) return colour;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
  return `rgba(${red},${green},${blue},${alpha / 255})`;
}
