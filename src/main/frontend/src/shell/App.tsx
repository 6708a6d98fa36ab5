import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router';
import { ApiError } from '../api/client';
import { antdLocale } from '../i18n';
import { SessionEnded } from './SessionEnded';
import { useDark, usePreferences } from './preferences';
import { router } from './routes';
import { themeOf } from './theme';
import './shell.css';

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
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  // what the server says in words is asked again in the language now spoken
  useEffect(() => void queries.invalidateQueries(), [language]);
  return (
    <ConfigProvider theme={themeOf(dark)} locale={antdLocale(language)} button={{ autoInsertSpace: false }}>
      <AntApp className="app" message={{ maxCount: 3 }} notification={{ placement: 'bottomRight' }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <SessionEnded />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
