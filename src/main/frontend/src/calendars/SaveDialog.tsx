import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { CalendarPage, CalendarPreview } from '../api/types';
import { Failure } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';
import { Waiting } from '../ui/Waiting';
import { Changes } from './Changes';
import { sent, type Draft } from './draft';

/** What saving moves is shown before it is saved. */
export default function SaveDialog({
  page,
  draft,
  onSave,
  onClose,
}: {
  page: CalendarPage;
  draft: Draft;
  onSave: (note: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('calendars');
  const { t: tu } = useTranslation('ui');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const preview = useQuery({
    queryKey: ['calendars', 'preview', page.id, page.revision, JSON.stringify(sent(draft))],
    queryFn: () => api.post<CalendarPreview>(`/api/calendars/${page.id}/preview`, sent(draft)),
    gcTime: 0,
  });
  const save = async () => {
    if (!note.trim()) return setMissing(true);
    setBusy(true);
    await onSave(note.trim());
  };
  return (
    <Modal
      open
      width={820}
      title={t('saveTitle')}
      okText={t('saveNow')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !preview.data }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {preview.error ? (
        <Failure error={preview.error} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <Waiting rows={4} />
      ) : (
        <>
          <p className="calendar-sum">
            {t('willMove', { count: preview.data.moved, total: preview.data.tasks })}{' '}
            {preview.data.late > 0 && <Tag tone="bad">{t('willBeLate', { count: preview.data.late })}</Tag>}
            {preview.data.beyond > 0 && (
              <Tag tone="warn">{t('willBeBeyond', { count: preview.data.beyond })}</Tag>
            )}
          </p>
          <p className="muted">{t('promisesStay')}</p>
          {preview.data.first.length > 0 && <Changes changes={preview.data.first} />}
        </>
      )}
      <Field label={t('note')} required error={missing && !note.trim() ? t('noteMissing') : undefined}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
