import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client';
import type { CalendarPage, CalendarRow, Page, RecountChange } from '../api/types';

export const calendarsQuery = queryOptions({
  queryKey: ['calendars', 'list'],
  queryFn: ({ signal }) => api.get<CalendarRow[]>('/api/calendars', {}, { signal }),
});

/** While due times are being counted anew it is asked again each second. */
export const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: ['calendars', 'one', id],
    queryFn: ({ signal }) =>
      api.get<CalendarPage>(`/api/calendars/${encodeURIComponent(id)}`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data?.recounts.some(({ finished }) => !finished) ? 1_000 : false),
  });

export const changesQuery = (recount: number, page: number) =>
  queryOptions({
    queryKey: ['calendars', 'changes', recount, page],
    queryFn: ({ signal }) =>
      api.get<Page<RecountChange>>(
        `/api/calendar-recounts/${recount}/changes`,
        { page, size: 20 },
        { signal },
      ),
  });
