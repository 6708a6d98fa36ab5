import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { minute } from '../ui/time';
import type { Lost } from './TaskFormTab';

/** What stands above a form that can no longer be sent: somebody was quicker, or it is done. */
export default function FormAlerts({
  lost,
  completed,
  onRenew,
}: {
  lost: Lost | undefined;
  completed: boolean;
  onRenew: () => void;
}) {
  const { t } = useTranslation('workflow');
  return (
    <>
      {lost && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={lost.who ? t('lost', { who: lost.who, time: minute(lost.at) }) : lost.text}
          description={t('lostHint')}
          action={
            <Button size="small" onClick={onRenew}>
              {t('renew')}
            </Button>
          }
        />
      )}
      {completed && <Alert type="success" showIcon title={t('isCompleted')} />}
    </>
  );
}
