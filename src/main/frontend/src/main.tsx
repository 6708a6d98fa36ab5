import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import { startI18n } from './i18n';
import { App } from './shell/App';

await startI18n();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
