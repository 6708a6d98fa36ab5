import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Query } from '../api/client';
import type { Fallout, Page } from '../api/types';

export const falloutsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['fallouts', query],
    queryFn: ({ signal }) => api.get<Page<Fallout>>('/api/fallouts', query, { signal }),
    placeholderData: keepPreviousData,
  });
