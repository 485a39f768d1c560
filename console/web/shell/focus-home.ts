/** What stands around a button, and stays when the button goes. */
const groups = 'fieldset, [role="row"], [role="dialog"], section, main';

/** Menus, dialogs and lists bring the focus back by themselves, a picture or two later. */
const othersTakeItWithinMs = 150;

/**
 * Whoever presses "Remove" takes the button away with it. Without the focus a keyboard begins at the top of the page again: it goes to
 * the nearest group that is left.
 */
export function bringFocusHome(): void {
  let focused: HTMLElement | undefined;
  let around: readonly HTMLElement[] = [];
  const changes = new MutationObserver(() => {
    if (focused === undefined || focused.isConnected) return;
    const left = around;
    focused = undefined;
    setTimeout(() => goTo(left), othersTakeItWithinMs);
  });
  changes.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener('focusin', ({ target }) => {
    focused = target instanceof HTMLElement ? target : undefined;
    around = focused === undefined ? [] : groupsAround(focused);
  });
}

function goTo(around: readonly HTMLElement[]): void {
  const home = around.find(({ isConnected }) => isConnected);
  // Somebody has taken it since.
  if (home === undefined || document.activeElement !== document.body) return;
  if (!home.hasAttribute('tabindex')) home.tabIndex = -1;
  home.focus({ preventScroll: true });
}

/** From the inside out. */
function groupsAround(element: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element.parentElement?.closest<HTMLElement>(groups); at; at = at.parentElement?.closest(groups))
    found.push(at);
  return found;
}
