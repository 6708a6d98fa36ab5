import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { BackingSystem, Call, Page } from '../api/types';

export const callsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['calls', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Call>>('/api/calls', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const callQuery = (key: string) =>
  queryOptions({
    queryKey: ['calls', key],
    queryFn: ({ signal }) => api.get<Call>(`/api/calls/${encodeURIComponent(key)}`, undefined, { signal }),
  });

export const systemsQuery = queryOptions({
  queryKey: ['systems'],
  queryFn: ({ signal }) => api.get<BackingSystem[]>('/api/systems', undefined, { signal }),
});
