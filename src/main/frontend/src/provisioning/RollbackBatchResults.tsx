import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../ui/Blank';
import { Tag, type Tone } from '../ui/Tag';
import { Waiting } from '../ui/Waiting';
import { useWord } from '../ui/words';
import { isProposed, isUnderWay, rollbackBatchQuery } from './queries';
import './rollback-batch.css';

const TONES: Record<string, Tone> = { running: 'info', undone: 'good', incomplete: 'warn', refused: 'bad' };

/** What becomes of each order of a batch. */
export function RollbackBatchResults({ id }: { id: string }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const queries = useQueryClient();
  const batch = useQuery(rollbackBatchQuery(id));
  const over = batch.data && !batch.data.items.some((item) => isUnderWay(item) || isProposed(item));
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['orders'] });
  }, [over, queries]);
  return (
    <div aria-live="polite">
      {batch.error && <Failure error={batch.error} onRetry={() => void batch.refetch()} />}
      {batch.isPending && <Waiting rows={3} />}
      {over && <Alert type="info" showIcon title={t('rollback.batch.over')} />}
      {batch.data?.items.some(isProposed) && <Alert type="info" showIcon title={t('rollback.approval')} />}
      <ol className="rollback-batch">
        {batch.data?.items.map((item) => (
          <li key={item.orderId}>
            <Link to={`/orders/${item.orderId}`} className="number">
              {item.orderId}
            </Link>{' '}
            <Tag tone={TONES[item.state] ?? 'plain'}>{word('provisioning:rollback.states', item.state)}</Tag>
            {item.obstacle && (
              <div className="muted">
                {word('provisioning:rollback.obstacles', item.obstacle)}
                {item.opinion && `：${item.opinion}`}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
