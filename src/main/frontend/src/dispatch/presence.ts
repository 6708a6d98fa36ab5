import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Presence } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useToasts } from '../ui/toasts';
import { presenceQuery } from './queries';

/** Says for today whether one is present; null leaves it to calendar and absences again. */
export function useSayPresence() {
  const queries = useQueryClient();
  const { message } = useToasts();
  const errorText = useErrorText();
  return async (present: boolean | null) => {
    try {
      const answer = await api.put<Presence>('/api/me/presence', { present });
      queries.setQueryData(presenceQuery.queryKey, answer);
    } catch (failure) {
      message.error(errorText(failure));
    }
  };
}
