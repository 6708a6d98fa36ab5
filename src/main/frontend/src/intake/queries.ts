import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { Call, IntakeDetail, IntakeRoute, IntakeRow, Page, TimelineEntry } from '../api/types';

export const intakesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['intakes', 'list', query],
    queryFn: ({ signal }) => api.get<Page<IntakeRow>>('/api/intakes', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const intakeQuery = (id: string) =>
  queryOptions({
    queryKey: ['intakes', id],
    queryFn: ({ signal }) => api.get<IntakeDetail>(`/api/intakes/${id}`, undefined, { signal }),
  });

export const intakeTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['intakes', id, 'timeline'],
    queryFn: ({ signal }) => api.get<TimelineEntry[]>(`/api/intakes/${id}/timeline`, undefined, { signal }),
  });

export const intakeCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['intakes', id, 'calls'],
    queryFn: ({ signal }) => api.get<Call[]>(`/api/intakes/${id}/calls`, undefined, { signal }),
  });

/** What the rule says of a request that is being entered. */
export const routeQuery = (query: Query) =>
  queryOptions({
    queryKey: ['intake-route', query],
    queryFn: ({ signal }) => api.get<IntakeRoute>('/api/intakes/route', query, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
