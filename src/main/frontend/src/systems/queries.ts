import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { BackingSystem, Call, CallDetail, NotTakenCallback, Page } from '../api/types';

/** States stand in capitals in the API, in small letters in addresses and texts. */
const asSaid = (query: Query): Query => ({ ...query, state: String(query.state ?? '').toUpperCase() });

export const callsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['calls', 'list', query],
    queryFn: ({ signal }) => api.get<Page<Call>>('/api/calls', asSaid(query), { signal }),
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
    queryFn: ({ signal }) =>
      api.get<Page<NotTakenCallback>>('/api/calls/callbacks', asSaid(query), { signal }),
    placeholderData: keepPreviousData,
  });

export const systemsQuery = queryOptions({
  queryKey: ['systems'],
  queryFn: ({ signal }) => api.get<BackingSystem[]>('/api/systems', undefined, { signal }),
});
