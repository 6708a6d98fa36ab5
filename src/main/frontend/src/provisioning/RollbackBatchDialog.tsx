import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { RollbackBatch } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Waiting } from '../ui/Waiting';
import { rollbackBatchPreviewQuery } from './queries';
import { RollbackBatchPreview } from './RollbackBatchPreview';
import { RollbackBatchResults } from './RollbackBatchResults';

/** Shows what would be taken back of several orders, asks for it, and stays to show what becomes of each. */
export default function RollbackBatchDialog({
  orderIds,
  chain = false,
  onClose,
}: {
  orderIds: string[];
  /** Whether what stands on them goes too, unless the person says otherwise. */
  chain?: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [withChain, setWithChain] = useState(chain);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [begun, setBegun] = useState<RollbackBatch>();
  const preview = useQuery({ ...rollbackBatchPreviewQuery(orderIds, withChain), enabled: !begun });

  const start = async () => {
    if (!reason.trim()) return setError(t('rollback.reasonMissing'));
    setBusy(true);
    try {
      setBegun(
        await api.post<RollbackBatch>('/api/rollbacks/batches', {
          orderIds,
          withChain,
          reason: reason.trim(),
        }),
      );
      await queries.invalidateQueries({ queryKey: ['orders'] });
    } catch (failure) {
      setError(errorText(failure));
    }
    setBusy(false);
  };

  return (
    <Modal
      open
      title={t('rollback.batch.title', { count: orderIds.length })}
      width={560}
      okText={begun ? tu('close') : t('rollback.action')}
      okButtonProps={begun ? {} : { danger: true, disabled: !preview.data }}
      cancelText={tu('cancel')}
      cancelButtonProps={begun ? { style: { display: 'none' } } : {}}
      confirmLoading={busy}
      onOk={() => (begun ? onClose() : void start())}
      onCancel={onClose}
    >
      {begun ? (
        <RollbackBatchResults id={begun.id} />
      ) : (
        <>
          {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.isPending && <Waiting rows={4} />}
          {preview.data && <RollbackBatchPreview orders={preview.data} />}
          <Checkbox checked={withChain} onChange={(event) => setWithChain(event.target.checked)}>
            {t('rollback.batch.withChain')}
          </Checkbox>
          <p className="muted">
            {t('rollback.batch.hint')} {t('rollback.approval')}
          </p>
          <Field label={t('rollback.reason')} error={error} required>
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setError(undefined);
              }}
            />
          </Field>
        </>
      )}
    </Modal>
  );
}
