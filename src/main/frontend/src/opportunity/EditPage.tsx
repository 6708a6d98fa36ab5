import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { api, ApiError } from '../api/client';
import type { OpportunityDetail } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { PageHead } from '../ui/PageHead';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { EntryForm } from './EntryForm';
import { opportunityQuery } from './queries';
import { useEntry } from './useEntry';

/** Changes what was entered of an opportunity while it is under way. */
export default function EditPage() {
  const { id = '' } = useParams();
  const opportunity = useQuery(opportunityQuery(id));
  const [known, begin] = useState<OpportunityDetail>();
  if (!known && opportunity.data) begin(opportunity.data);

  if (opportunity.error)
    return <Failure error={opportunity.error} onRetry={() => void opportunity.refetch()} />;
  if (!known)
    return (
      <div className="page">
        <div className="card entry-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  if (!known.actions.includes('edit')) return <Navigate to={`/opportunities/${id}`} replace />;
  return <Form key={known.revision} known={known} onBegin={begin} />;
}

/** Keeps to the revision it began with: what others do meanwhile is told at saving, and nothing typed is lost. */
function Form({ known, onBegin }: { known: OpportunityDetail; onBegin: (known: OpportunityDetail) => void }) {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState<string>();
  const entry = useEntry(known);
  const back = `/opportunities/${known.id}`;

  const save = async () => {
    setBusy(true);
    try {
      const after = await api.put<OpportunityDetail>(`/api/opportunities/${known.id}`, entry.body());
      queries.setQueryData(['opportunities', known.id], after);
      message.success(t('saved'));
      await queries.invalidateQueries({ queryKey: ['opportunities'] });
      void navigate(back);
    } catch (failure) {
      setBusy(false);
      if (failure instanceof ApiError && failure.status === 409) setStale(errorText(failure));
      else if (!entry.refuse(failure)) message.error(errorText(failure));
    }
  };
  const reload = async () =>
    onBegin(await queries.fetchQuery({ ...opportunityQuery(known.id), staleTime: 0 }));

  return (
    <div className="page">
      <PageHead
        title={t('editOf', { name: known.name })}
        after={<span className="muted number">{known.id}</span>}
      >
        <Link to={back}>
          <Button tabIndex={-1}>{tu('cancel')}</Button>
        </Link>
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {tu('save')}
        </Button>
      </PageHead>
      {stale && (
        <Alert
          type="warning"
          showIcon
          title={stale}
          action={
            <Button size="small" onClick={() => void reload()}>
              {t('loadNewest')}
            </Button>
          }
        />
      )}
      <EntryForm entry={entry} known={known} />
    </div>
  );
}
