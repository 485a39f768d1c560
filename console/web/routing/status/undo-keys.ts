/** What of a key stroke counts. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly defaultPrevented: boolean;
}

/** Where the focus is, as far as it matters. */
export interface Focused {
  /** As the DOM has it: "INPUT". */
  readonly tagName: string;
  /** Of an input: "text". */
  readonly type?: string;
  readonly isContentEditable: boolean;
}

/** Inputs that nothing is typed into, so that they have nothing of their own to take back. */
const withoutText = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'];

/** Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y), or with the command key. In a field they are the field's: what is typed there is taken back. */
export function undoKeyOf(stroke: Stroke, focused: Focused | undefined): 'undo' | 'redo' | undefined {
  if (!(stroke.ctrlKey || stroke.metaKey) || stroke.altKey || stroke.defaultPrevented) return undefined;
  if (focused !== undefined && isField(focused)) return undefined;
  switch (stroke.key.toLowerCase()) {
    case 'z':
      return stroke.shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    default:
      return undefined;
  }
}

function isField({ tagName, type = '', isContentEditable }: Focused): boolean {
  return isContentEditable || tagName === 'TEXTAREA' || (tagName === 'INPUT' && !withoutText.includes(type));
}
