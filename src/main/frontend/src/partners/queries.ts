import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type {
  AdministeredPerson,
  AuditEntry,
  OrganizationUnit,
  Page,
  PartnerDetail,
  PartnerRegister,
} from '../api/types';

export const PARTNERS = '/api/administration/partners';

export const partnersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['partners', 'list', query],
    queryFn: ({ signal }) => api.get<PartnerRegister>(PARTNERS, query, { signal }),
    placeholderData: keepPreviousData,
  });

export const partnerQuery = (id: string) =>
  queryOptions({
    queryKey: ['partners', 'one', id],
    queryFn: ({ signal }) =>
      api.get<PartnerDetail>(`${PARTNERS}/${encodeURIComponent(id)}`, undefined, { signal }),
  });

export const accountsQuery = (organization: string) =>
  queryOptions({
    queryKey: ['partners', 'accounts', organization],
    queryFn: ({ signal }) =>
      api.get<Page<AdministeredPerson>>(
        '/api/administration/people',
        { organization, size: 100 },
        { signal },
      ),
  });

export const unitsQuery = queryOptions({
  queryKey: ['partners', 'units'],
  queryFn: ({ signal }) =>
    api.get<OrganizationUnit[]>('/api/administration/organizations', undefined, { signal }),
});

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['partners', 'history', id],
    queryFn: ({ signal }) =>
      api.get<Page<AuditEntry>>('/api/audit', { subject: `partner/${id}`, size: 20 }, { signal }),
  });
