import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../api/live';

/** Says so when the page is no longer told of changes and has to ask. */
export function LiveDot() {
  const { t } = useTranslation('shell');
  const status = useLiveStatus();
  if (status !== 'polling') return null;
  return (
    <Tooltip title={t('live.pollingHint')}>
      <span className="live" role="status">
        <i /> {t('live.polling')}
      </span>
    </Tooltip>
  );
}
