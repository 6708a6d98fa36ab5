import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import type { OpportunityDetail } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { PageHead } from '../ui/PageHead';
import { useToasts } from '../ui/toasts';
import { EntryForm } from './EntryForm';
import { useEntry } from './useEntry';

/** Enters an opportunity: of a customer we know, or of somebody we do not know yet. */
export default function NewPage() {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [busy, setBusy] = useState(false);
  const entry = useEntry();

  const enter = async () => {
    setBusy(true);
    try {
      const entered = await api.post<OpportunityDetail>('/api/opportunities', entry.body());
      message.success(t('entered', { id: entered.id }));
      await queries.invalidateQueries({ queryKey: ['opportunities'] });
      void navigate(`/opportunities/${entered.id}`);
    } catch (failure) {
      setBusy(false);
      if (!entry.refuse(failure)) message.error(errorText(failure));
    }
  };

  return (
    <div className="page">
      <PageHead title={t('new')}>
        <Link to="/opportunities">
          <Button tabIndex={-1}>{tu('cancel')}</Button>
        </Link>
        <Button type="primary" loading={busy} onClick={() => void enter()}>
          {t('enter')}
        </Button>
      </PageHead>
      <EntryForm entry={entry} />
    </div>
  );
}
