import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { AuditPage, Call, InterfaceTrend, OrderAudit, Page } from '../api/types';

export const auditsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['audits', 'list', query],
    queryFn: ({ signal }) => api.get<Page<OrderAudit>>('/api/order-audits', query, { signal }),
    placeholderData: keepPreviousData,
  });

export const auditQuery = (id: string) =>
  queryOptions({
    queryKey: ['audits', id],
    queryFn: ({ signal }) => api.get<AuditPage>(`/api/order-audits/${id}`, undefined, { signal }),
  });

export const auditCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['audits', id, 'calls'],
    queryFn: ({ signal }) => api.get<Call[]>(`/api/order-audits/${id}/calls`, undefined, { signal }),
  });

export const trendQuery = (city: string | undefined) =>
  queryOptions({
    queryKey: ['audits', 'trend', city],
    queryFn: ({ signal }) =>
      api.get<InterfaceTrend[]>('/api/order-audits/trend', { weeks: '8', city }, { signal }),
    placeholderData: keepPreviousData,
  });
