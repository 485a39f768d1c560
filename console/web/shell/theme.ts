import { useState } from 'react';
import { localShelf } from '../data/shelf.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeNames: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

/** Of no person: it stays when somebody signs out. */
export const themeKey = 'console.theme';

function keptTheme(): Theme {
  const kept = localShelf.getItem(themeKey);
  return themes.find((theme) => theme === kept) ?? 'system';
}

function show(theme: Theme): void {
  // look.css has the colours of both.
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Before anything is painted. */
export function showKeptTheme(): void {
  show(keptTheme());
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(keptTheme);
  return [
    theme,
    (next) => {
      localShelf.setItem(themeKey, next);
      show(next);
      setTheme(next);
    },
  ];
}
