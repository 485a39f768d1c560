import { options } from 'preact';

// What people who have no mouse lose without it: their place in the page. React cares for the focus when it changes the page, and
// react-aria counts on that; Preact leaves it to the page.

/** Of https://github.com/preactjs/preact/blob/main/mangle.json: hooks by the names that they have in the package. */
interface Hooks {
  /** Before something is compared with what the page shows. */
  __b?: (vnode: unknown) => void;
  /** The page shows it; effects come next. */
  __c?: (vnode: unknown, queue: unknown) => void;
}

/**
 * An element that leaves the page has not been left by anybody, and one that moves in it keeps the focus: what the browser tells of it
 * meanwhile, from nowhere and to nowhere, nobody hears.
 */
function keepThroughChanges(): void {
  const hooks = options as Hooks;
  const { __b: compare, __c: shown } = hooks;
  let isChanging = false;
  let focused: Element | null = null;

  hooks.__b = (vnode) => {
    if (!isChanging) {
      isChanging = true;
      focused = document.activeElement;
    }
    compare?.(vnode);
  };
  hooks.__c = (vnode, queue) => {
    const isLost = document.activeElement === document.body && focused?.isConnected === true;
    if (isLost && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    isChanging = false;
    focused = null;
    shown?.(vnode, queue);
  };
  for (const type of ['focusout', 'focusin'] as const)
    addEventListener(
      type,
      (event) => {
        if (isChanging && event.relatedTarget === null) event.stopImmediatePropagation();
      },
      { capture: true },
    );
}

/**
 * A list's row takes the focus when a menu closes whose button is in the row. It is right for a row that is one stop of the Tab key;
 * of a row with a form in it, people come from the middle, and go on there.
 */
function giveBackWithinRows(): void {
  addEventListener(
    'react-aria-focus-scope-restore',
    (event) => {
      const { target } = event;
      if (target instanceof Element && target.matches('[role="row"] :is(button, input, textarea)'))
        event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** What people do, one thing at a time. */
const deeds = [
  'keydown',
  'keyup',
  'pointerdown',
  'pointerup',
  'click',
  'input',
  'change',
  'drop',
  'dragend',
  'focusin',
];

/**
 * What follows from one key is done before the next is pressed, however fast somebody types: where the focus goes is an effect, and
 * Preact's wait for the next picture.
 */
function finishEachDeed(): void {
  let isDoing = false;
  const later = new MessageChannel();
  later.port1.addEventListener('message', () => {
    isDoing = false;
  });
  later.port1.start();
  const begin = (): void => {
    if (isDoing) return;
    isDoing = true;
    later.port2.postMessage(undefined);
  };
  for (const deed of deeds) addEventListener(deed, begin, { capture: true });

  const atNextPicture = (effects: () => void): void => {
    const whenDrawn = (): void => {
      clearTimeout(timer);
      cancelAnimationFrame(picture);
      setTimeout(effects);
    };
    // Pages that nobody sees are not drawn.
    const timer = setTimeout(whenDrawn, 35);
    const picture = requestAnimationFrame(whenDrawn);
  };
  options.requestAnimationFrame = (effects) => {
    if (isDoing) queueMicrotask(effects);
    else atNextPicture(effects);
  };
}

/** Once, before anything is shown. */
export function careForFocus(): void {
  finishEachDeed();
  keepThroughChanges();
  giveBackWithinRows();
}
