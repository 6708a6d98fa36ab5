import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { ApiError } from '../api/client';
import { antdLocale } from '../i18n';
import { ToastProvider } from '../ui/toasts';
import { useDark, usePreferences } from './preferences';
import { router } from './routes';
import { useSessionEnded } from './session';
import { themeOf } from './theme';
import './shell.css';

const SessionEnded = lazy(() => import('./SessionEnded'));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // an answer of the server is an answer; only silence is worth asking again
      retry: (count, error) => !(error instanceof ApiError && error.status < 500) && count < 2,
    },
  },
});

export function App() {
  const { language } = usePreferences();
  const dark = useDark();
  const ended = useSessionEnded();
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  // what the server says in words is asked again in the language now spoken
  useEffect(() => void queries.invalidateQueries(), [language]);
  return (
    <ConfigProvider theme={themeOf(dark)} locale={antdLocale(language)} button={{ autoInsertSpace: false }}>
      <ToastProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          {ended && (
            <Suspense>
              <SessionEnded />
            </Suspense>
          )}
        </QueryClientProvider>
      </ToastProvider>
    </ConfigProvider>
  );
}
