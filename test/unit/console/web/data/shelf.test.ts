import { safeShelf } from '../../../../../console/web/data/shelf.ts';

/** As browsers have it, for as many texts as fit. */
function aStorage(most = Infinity): Storage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => {
      if (texts.size >= most) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, value);
    },
    removeItem: (key) => void texts.delete(key),
    clear: () => texts.clear(),
  };
}

describe('What is kept in a browser', () => {
  it('is in its storage', () => {
    const storage = aStorage();

    safeShelf(() => storage).setItem('theme', 'dark');

    expect(storage.getItem('theme')).toBe('dark');
    expect(safeShelf(() => storage).getItem('theme')).toBe('dark');
  });

  it('lasts as long as the page where storage is refused, and nothing fails', () => {
    const shelf = safeShelf(() => {
      throw new DOMException('The document is sandboxed', 'SecurityError');
    });

    const before = shelf.getItem('grant');
    shelf.setItem('grant', 'g');
    const kept = shelf.getItem('grant');
    shelf.setItem('callers', 'c');
    shelf.removeItem('callers');
    const removed = shelf.getItem('callers');
    shelf.clearBut([]);

    expect({ before, kept, removed, after: shelf.getItem('grant') }).toEqual({
      before: null,
      kept: 'g',
      removed: null,
      after: null,
    });
  });

  it('lasts as long as the page where the storage is full', () => {
    const storage = aStorage(1);
    const shelf = safeShelf(() => storage);
    shelf.setItem('theme', 'dark');

    shelf.setItem('callers', 'c');

    expect([shelf.getItem('theme'), shelf.getItem('callers'), storage.getItem('callers')]).toEqual(['dark', 'c', null]);
  });

  it('goes when somebody signs out, but for what is nobody’s', () => {
    const storage = aStorage();
    const shelf = safeShelf(() => storage);
    for (const key of ['simulator-callers', 'theme', 'desk-destinations:andy']) shelf.setItem(key, key);

    shelf.clearBut(['theme']);

    expect(Array.from({ length: storage.length }, (_, index) => storage.key(index))).toEqual(['theme']);
  });

  it('is what it was when the page is being left, and nothing more', () => {
    const storage = aStorage();
    const shelf = safeShelf(() => storage);
    shelf.setItem('signed-out', 'yes');

    shelf.close();
    shelf.setItem('grant', 'of a renewal that came late');

    expect(shelf.keys()).toEqual(['signed-out']);
    expect(shelf.getItem('grant')).toBeNull();
  });
});
