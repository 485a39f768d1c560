const mostFrames = 30;

/**
 * Brings a rule into sight, and the focus to it. Rows that are out of sight are not there: one goes to about where it is, from 0 to 1
 * of the way, until it is.
 */
export function scrollToRule(container: HTMLElement | null, key: string, fraction: number): void {
  let frames = 0;
  const look = (): void => {
    frames += 1;
    const row = container?.querySelector(`[data-rule="${CSS.escape(key)}"]`);
    if (row instanceof HTMLElement) {
      row.scrollIntoView({ block: 'nearest' });
      // A list that gets the focus in the middle of a row gives it to its first row, unless the row has had it before.
      row.closest<HTMLElement>('[role="row"]')?.focus();
      row.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    if (container !== null) container.scrollTop = fraction * container.scrollHeight - container.clientHeight / 2;
    if (frames < mostFrames) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
