import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  Assessment,
  Call,
  CancellationDetail,
  CancellationRow,
  Customer,
  Page,
  TimelineEntry,
} from '../api/types';

export const cancellationsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['cancellations', 'list', query],
    queryFn: ({ signal }) => api.get<Page<CancellationRow>>('/api/cancellations', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const cancellationQuery = (id: string) =>
  queryOptions({
    queryKey: ['cancellations', id],
    queryFn: ({ signal }) => api.get<CancellationDetail>(`/api/cancellations/${id}`, undefined, { signal }),
  });

export const cancellationTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['cancellations', id, 'timeline'],
    queryFn: ({ signal }) =>
      api.get<TimelineEntry[]>(`/api/cancellations/${id}/timeline`, undefined, { signal }),
  });

export const cancellationCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['cancellations', id, 'calls'],
    queryFn: ({ signal }) => api.get<Call[]>(`/api/cancellations/${id}/calls`, undefined, { signal }),
  });

/** What ending these would cost on that day; nothing is stored. */
export const assessmentQuery = (customerId: string, subscriptionIds: string[], day: string | undefined) =>
  queryOptions({
    queryKey: ['cancellations', 'assess', customerId, subscriptionIds, day],
    queryFn: ({ signal }) =>
      api.post<Assessment>('/api/cancellations/assess', { customerId, subscriptionIds, day }, { signal }),
    enabled: subscriptionIds.length > 0,
    placeholderData: keepPreviousData,
  });

/** The one whose number it is. */
export const customerByIdQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Customer>>('/api/customers', { q: id, size: 5 }, { signal })).items.find(
        (one) => one.id === id,
      ) ?? null,
    enabled: id !== '',
  });
