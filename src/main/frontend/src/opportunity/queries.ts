import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  Call,
  Funnel,
  OpportunityDetail,
  OpportunityRow,
  OpportunityTemplate,
  Page,
  TimelineEntry,
} from '../api/types';

export const opportunitiesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['opportunities', 'list', query],
    queryFn: ({ signal }) => api.get<Page<OpportunityRow>>('/api/opportunities', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const funnelQuery = (query: Query) =>
  queryOptions({
    queryKey: ['opportunities', 'funnel', query],
    queryFn: ({ signal }) => api.get<Funnel>('/api/opportunities/funnel', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const opportunityQuery = (id: string) =>
  queryOptions({
    queryKey: ['opportunities', id],
    queryFn: ({ signal }) => api.get<OpportunityDetail>(`/api/opportunities/${id}`, undefined, { signal }),
  });

export const opportunityTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['opportunities', id, 'timeline'],
    queryFn: ({ signal }) =>
      api.get<TimelineEntry[]>(`/api/opportunities/${id}/timeline`, undefined, { signal }),
  });

export const opportunityCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['opportunities', id, 'calls'],
    queryFn: ({ signal }) => api.get<Call[]>(`/api/opportunities/${id}/calls`, undefined, { signal }),
  });

export const opportunityTemplatesQuery = queryOptions({
  queryKey: ['opportunity-templates'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<OpportunityTemplate>>('/api/opportunity-templates', { size: 200 }, { signal })).items,
  staleTime: 60_000,
});

/** Recorded with who wanted to know. */
export const revealContact = (id: string) =>
  api.post<{ name?: string | null; phone?: string | null }>(`/api/opportunities/${id}/contact`, {});
