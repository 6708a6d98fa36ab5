import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import { Failure, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { useWord } from '../ui/words';
import { rollbackPreviewQuery } from './queries';
import RollbackBatchDialog from './RollbackBatchDialog';
import { RollbackSteps } from './RollbackSteps';

/** Shows what would be taken back, newest first, before it is, and lets a person stop at a step. */
export default function RollbackDialog({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const preview = useQuery(rollbackPreviewQuery(orderId));
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [chain, setChain] = useState(false);
  const [backTo, setBackTo] = useState<string>();
  const obstacle = preview.data?.obstacle;
  const steps = preview.data?.steps ?? [];

  const start = async () => {
    if (!reason.trim()) return setError(t('rollback.reasonMissing'));
    setBusy(true);
    try {
      await api.post('/api/rollbacks', { orderId, backTo, reason: reason.trim() });
      message.success(t('rollback.proposed', { id: orderId }));
      onClose();
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: ['orders', orderId] });
  };

  if (chain) return <RollbackBatchDialog orderIds={[orderId]} chain onClose={onClose} />;
  return (
    <Modal
      open
      title={t('rollback.title', { id: orderId })}
      width={560}
      okText={t('rollback.action')}
      okButtonProps={{ danger: true, disabled: !preview.data || !!obstacle }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void start()}
      onCancel={onClose}
    >
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Waiting rows={4} />}
      {obstacle && (
        <Alert
          type="warning"
          showIcon
          title={word('provisioning:rollback.obstacles', obstacle)}
          description={
            preview.data!.chain.length > 0 && (
              <>
                {preview.data!.chain.map((later) => (
                  <div key={later}>
                    <Link to={`/orders/${later}`}>{later}</Link>
                  </div>
                ))}
                <Button danger onClick={() => setChain(true)}>
                  {t('rollback.batch.chain')}
                </Button>
              </>
            )
          }
        />
      )}
      {steps.length > 0 && (
        <RollbackSteps steps={steps} backTo={backTo} onChoose={obstacle ? undefined : setBackTo} />
      )}
      {!obstacle && <p className="muted">{t('rollback.approval')}</p>}
      {!obstacle && (
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
      )}
    </Modal>
  );
}
