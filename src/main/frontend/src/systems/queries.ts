import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { BackingSystem, Call, CallDetail, NotTakenCallback, Page } from '../api/types';

export const callsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['calls', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Call>>('/api/calls', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const callQuery = (key: string) =>
  queryOptions({
    queryKey: ['calls', key],
    queryFn: ({ signal }) =>
      api.get<CallDetail>(`/api/calls/${encodeURIComponent(key)}`, undefined, { signal }),
  });

export const callbacksQuery = (query: Query) =>
  queryOptions({
    queryKey: ['calls', 'callbacks', query],
    queryFn: ({ signal }) => api.get<Page<NotTakenCallback>>('/api/calls/callbacks', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const systemsQuery = queryOptions({
  queryKey: ['systems'],
  queryFn: ({ signal }) => api.get<BackingSystem[]>('/api/systems', undefined, { signal }),
});
