import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { TaskDraft } from '../../api/types';
import { useErrorText } from '../../ui/Blank';
import { minute } from '../../ui/time';
import { useToasts } from '../../ui/toasts';

/** Whose draft this is, from when, what of it no longer fits, and what may be done with it. */
export default function DraftNote({
  taskId,
  draft,
  onTaken,
  onDropped,
}: {
  taskId: string;
  draft: TaskDraft;
  /** A colleague's draft is one's own now. */
  onTaken: () => void;
  onDropped: () => void;
}) {
  const { t } = useTranslation('drafts');
  const { message } = useToasts();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);

  const act = async (work: Promise<unknown>, done: () => void) => {
    setBusy(true);
    try {
      await work;
      done();
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  const drop = () => act(api.delete(`/api/tasks/${taskId}/draft`), onDropped);
  const take = () => act(api.post(`/api/tasks/${taskId}/draft/take`), onTaken);

  const time = minute(draft.saved);
  return (
    <Alert
      type={draft.lost.length > 0 ? 'warning' : 'info'}
      showIcon
      title={draft.own ? t('restored', { time }) : t('ofColleague', { name: draft.byName, time })}
      description={
        draft.lost.length > 0 && (
          <>
            {t('lost')}
            <ul className="draft-lost">
              {draft.lost.map(({ label, value }) => (
                <li key={label}>
                  {label}: {value}
                </li>
              ))}
            </ul>
          </>
        )
      }
      action={
        <div className="draft-actions">
          {!draft.own && (
            <Button size="small" type="primary" loading={busy} onClick={() => void take()}>
              {t('take')}
            </Button>
          )}
          <Button size="small" disabled={busy} onClick={() => void drop()}>
            {t(draft.own ? 'startOver' : 'drop')}
          </Button>
        </div>
      }
    />
  );
}
