import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { careForFocus } from './shell/focus-care.ts';
import { bringFocusHome } from './shell/focus-home.ts';
import { showKeptTheme } from './shell/theme.ts';
import './ui/look.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
careForFocus();
bringFocusHome();
showKeptTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
