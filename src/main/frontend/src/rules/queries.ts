import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { DecisionPage, DecisionRow, ResendRules, TableDifference } from '../api/types';

export const resendRulesQuery = queryOptions({
  queryKey: ['rules', 'resend'],
  queryFn: ({ signal }) => api.get<ResendRules>('/api/resend-policies', {}, { signal }),
});

export const decisionsQuery = queryOptions({
  queryKey: ['rules', 'decisions'],
  queryFn: ({ signal }) => api.get<DecisionRow[]>('/api/decisions', {}, { signal }),
});

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', 'decision', id],
    queryFn: ({ signal }) =>
      api.get<DecisionPage>(`/api/decisions/${encodeURIComponent(id)}`, {}, { signal }),
    // somebody may be typing into it: it is fetched anew only on purpose
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** Version 0 is the packaged table. */
export const differenceQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['rules', 'diff', id, from, to],
    queryFn: ({ signal }) =>
      api.get<TableDifference[]>(`/api/decisions/${encodeURIComponent(id)}/diff`, { from, to }, { signal }),
    staleTime: Infinity,
  });
