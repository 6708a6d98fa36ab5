import { RollbackOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { PopMenu } from '../ui/PopMenu';
import { second } from '../ui/time';
import { rollbackBatchesQuery } from './queries';
import { RollbackBatchResults } from './RollbackBatchResults';

/** The latest rollbacks that people asked for, and what has become of the one that is looked at. */
export function RollbackBatches({
  shown,
  onShow,
}: {
  shown: string | undefined;
  onShow: (id: string) => void;
}) {
  const { t } = useTranslation('provisioning');
  const { t: tu } = useTranslation('ui');
  const batches = useQuery(rollbackBatchesQuery);
  return (
    <>
      {!!batches.data?.length && (
        <PopMenu
          button={
            <>
              <RollbackOutlined /> {t('rollback.batch.latest')}
            </>
          }
          label={t('rollback.batch.latest')}
          className="fallout-runs"
          items={batches.data.map((one) => ({
            key: one.id,
            label: `${second(one.created).slice(5, 16)} · ${t('rollback.batch.summary', {
              count: one.orders,
              open: one.open,
            })} · ${one.reason}`,
            run: () => onShow(one.id),
          }))}
        />
      )}
      {shown && (
        <Modal
          open
          title={t('rollback.batch.one', { id: shown })}
          width={560}
          okText={tu('close')}
          cancelButtonProps={{ style: { display: 'none' } }}
          onOk={() => onShow('')}
          onCancel={() => onShow('')}
        >
          <RollbackBatchResults id={shown} />
        </Modal>
      )}
    </>
  );
}
