import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Matter } from '../../api/types';

/** @param language in which its sentences are told */
export const matterQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['instances', 'matter', id, language],
    queryFn: ({ signal }) => api.get<Matter>(`/api/matters/${id}`, undefined, { signal }),
  });
