import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { IntakeDetail } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useToasts } from '../ui/toasts';
import { intakeQuery } from './queries';

/** Does something with an intake; a refusal is told by field, or as a whole under the empty name. */
export function useActs() {
  const { t } = useTranslation('intake');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [busy, setBusy] = useState(false);

  const send = async (
    intake: IntakeDetail,
    action: string,
    more: object = {},
  ): Promise<Record<string, string> | undefined> => {
    setBusy(true);
    try {
      const own = action === 'take-back' || action === 'withdraw';
      const after = await api.post<IntakeDetail>(`/api/intakes/${intake.id}/${own ? action : 'act'}`, {
        ...(own ? {} : { action }),
        ...more,
        revision: intake.revision,
      });
      queries.setQueryData(intakeQuery(intake.id).queryKey, after);
      message.success(t(`didIt.${action as 'handle'}`));
      return undefined;
    } catch (failure) {
      if (failure instanceof ApiError && failure.errors.length > 0) {
        return Object.fromEntries(failure.errors.map(({ field, message: text }) => [field, text]));
      }
      message.error(errorText(failure));
      return { '': errorText(failure) };
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['intakes'] });
    }
  };

  return { busy, send };
}
