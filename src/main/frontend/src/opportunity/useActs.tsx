import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { FieldError, OpportunityDetail, OpportunityRow } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useToasts } from '../ui/toasts';

export interface Refusal {
  text: string;
  errors: FieldError[];
}

/** Moves an opportunity; a refusal says what is missing. */
export function useActs() {
  const { t } = useTranslation('opportunity');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message, notification } = useToasts();
  const [busy, setBusy] = useState<string>();

  const send = async (
    row: OpportunityRow,
    action: string,
    more: object = {},
  ): Promise<Refusal | undefined> => {
    setBusy(row.id);
    try {
      const path = `/api/opportunities/${row.id}/${action === 'terminate' ? 'terminate' : 'act'}`;
      const after = await api.post<OpportunityDetail>(path, { action, revision: row.revision, ...more });
      queries.setQueryData(['opportunities', row.id], after);
      message.success(t(`done.${action as 'advance'}`, { name: row.name }));
      return undefined;
    } catch (failure) {
      return { text: errorText(failure), errors: failure instanceof ApiError ? failure.errors : [] };
    } finally {
      setBusy(undefined);
      await queries.invalidateQueries({ queryKey: ['opportunities'] });
    }
  };

  /** Says what is missing at the edge of the page. */
  const show = (row: OpportunityRow, refusal: Refusal) =>
    notification.warning({
      title: t('cannotMove', { name: row.name }),
      description:
        refusal.errors.length > 0 ? (
          <ul className="missing">
            {refusal.errors.map(({ field, message: text }) => (
              <li key={field}>{text}</li>
            ))}
          </ul>
        ) : (
          refusal.text
        ),
      duration: 8,
    });

  return { busy, send, show };
}
