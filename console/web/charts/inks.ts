import styles from './inks.module.css';

/** So many series can be told apart. */
export const inkCount = 8;

/** How lines of each series are dashed: colour alone tells nothing. */
export const dashes: readonly (readonly number[])[] = [[], [8, 4], [2, 4], [12, 4, 2, 4], [], [8, 4], [2, 4], [6, 2]];

/** The colour of a token at this moment, light or dark: a browser works it out for an element only. */
export function inkOf(within: HTMLElement, name: 'text' | 'grid' | 'ground' | number): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.className = styles[typeof name === 'number' ? `ink${(name % inkCount) + 1}` : name] ?? '';
  within.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Areas of each series are hatched in a way of their own, upon a ground that hides what is behind. */
export function hatchOf({ colour, ground }: { colour: string; ground: string }, index: number): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const size = 8;
  tile.width = tile.height = size;
  const pen = tile.getContext('2d');
  if (pen === null || index % inkCount === 0) return colour;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = colour;
  pen.globalAlpha = 0.4;
  pen.fillRect(0, 0, size, size);
  pen.globalAlpha = 1;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  drawHatch(pen, index % inkCount, size);
  return pen.createPattern(tile, 'repeat') ?? colour;
}

function drawHatch(pen: CanvasRenderingContext2D, index: number, size: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
  };
  const [isRising, isFalling, isLevel, isUpright] = [
    [1, 5].includes(index),
    [2, 5].includes(index),
    [3, 6].includes(index),
    [4, 6].includes(index),
  ];
  // Drawn beyond the tile's edges, so that lines meet.
  for (const shift of [-size, 0, size]) {
    if (isRising) line(shift, size, shift + size, 0);
    if (isFalling) line(shift, 0, shift + size, size);
  }
  if (isLevel) line(0, size / 2, size, size / 2);
  if (isUpright) line(size / 2, 0, size / 2, size);
  if (index === 7) pen.fillRect(size / 4, size / 4, size / 2, size / 2);
}
