import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api, onSessionEnded } from '../api/client';
import type { LoginInfo, Me } from '../api/types';
import { useBilingual } from '../ui/words';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/api/me', undefined, { signal, anonymous: true }),
  staleTime: Infinity,
});

export const loginInfoQuery = queryOptions({
  queryKey: ['login-info'],
  queryFn: ({ signal }) => api.get<LoginInfo>('/api/login-info', undefined, { signal, anonymous: true }),
  staleTime: Infinity,
});

/** The person signed on; only below the shell, which does not show anything before it knows. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('nobody is signed on');
  return data;
}

/** A city's name in the language spoken. */
export function useCityName(): (id: string) => string {
  const { cities } = useMe();
  const bilingual = useBilingual();
  return (id) => {
    const city = cities.find((candidate) => candidate.id === id);
    return city ? bilingual(city, 'name') : id;
  };
}

export async function signIn(username: string, password: string): Promise<void> {
  // asking first makes sure that there is a token against forged requests
  await api.get('/api/login-info', undefined, { anonymous: true });
  await api.post('/login', new URLSearchParams({ username, password }), { anonymous: true });
}

export async function signOut(): Promise<void> {
  await api.post('/logout', undefined, { anonymous: true });
}

let waiting: Promise<void> | undefined;
let resume: (() => void) | undefined;
const watchers = new Set<() => void>();

onSessionEnded(() => {
  waiting ??= new Promise<void>((resolve) => {
    resume = resolve;
  });
  watchers.forEach((watcher) => watcher());
  return waiting;
});

/** True while requests wait for somebody to sign on again. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => waiting !== undefined,
  );
}

export function sessionRenewed() {
  resume?.();
  waiting = undefined;
  resume = undefined;
  watchers.forEach((watcher) => watcher());
}
