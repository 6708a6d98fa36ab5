import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { RollbackBatch } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Tag, type Tone } from '../ui/Tag';
import { useWord } from '../ui/words';
import { isUnderWay, rollbackBatchQuery } from './queries';

const TONES: Record<string, Tone> = { running: 'info', undone: 'good', incomplete: 'warn', refused: 'bad' };

/** Takes several orders back together and stays to show what becomes of each. */
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
      okButtonProps={begun ? {} : { danger: true }}
      cancelText={tu('cancel')}
      cancelButtonProps={begun ? { style: { display: 'none' } } : {}}
      confirmLoading={busy}
      onOk={() => (begun ? onClose() : void start())}
      onCancel={onClose}
    >
      {begun ? (
        <Results begun={begun} />
      ) : (
        <>
          <ul className="rollback-batch">
            {orderIds.map((id) => (
              <li key={id} className="number">
                {id}
              </li>
            ))}
          </ul>
          <Checkbox checked={withChain} onChange={(event) => setWithChain(event.target.checked)}>
            {t('rollback.batch.withChain')}
          </Checkbox>
          <p className="muted">{t('rollback.batch.hint')}</p>
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

function Results({ begun }: { begun: RollbackBatch }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const queries = useQueryClient();
  const batch = useQuery({ ...rollbackBatchQuery(begun.id), initialData: begun });
  const running = batch.data.items.some(isUnderWay);
  useEffect(() => {
    if (!running) void queries.invalidateQueries({ queryKey: ['orders'] });
  }, [running, queries]);
  return (
    <div aria-live="polite">
      {batch.error && <Failure error={batch.error} onRetry={() => void batch.refetch()} />}
      {!running && <Alert type="info" showIcon title={t('rollback.batch.over')} />}
      <ol className="rollback-batch">
        {batch.data.items.map((item) => (
          <li key={item.orderId}>
            <Link to={`/orders/${item.orderId}`} className="number">
              {item.orderId}
            </Link>{' '}
            <Tag tone={TONES[item.state] ?? 'plain'}>{word('provisioning:rollback.states', item.state)}</Tag>
            {item.obstacle && (
              <div className="muted">{word('provisioning:rollback.obstacles', item.obstacle)}</div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
