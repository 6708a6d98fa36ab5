import { CheckCircleFilled, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IntakeDetail } from '../api/types';

/** What to tell the customer before hanging up: the number, and who will do it. */
export function Entered({ intake, onClose }: { intake: IntakeDetail; onClose: () => void }) {
  const { t } = useTranslation('intake');
  const text =
    intake.state === 'handled'
      ? t('enteredDone')
      : intake.state === 'preAccepted'
        ? t('enteredElsewhere', { channel: t(`channel.${intake.handling}`) })
        : t('enteredHere');
  return (
    <section className="card intake-entered" role="status">
      <CheckCircleFilled aria-hidden />
      <b className="number">{intake.id}</b>
      <span>
        {intake.customerName} · {text}
      </span>
      <span className="intake-entered-links">
        {intake.actions.includes('order') && (
          <Link to={`/orders/new?intake=${intake.id}`}>{t('action.order')}</Link>
        )}
        {intake.opportunityId && (
          <Link to={`/opportunities/${intake.opportunityId}`}>{t('toOpportunity')}</Link>
        )}
        <Link to={`/intakes/${intake.id}`}>{t('open')}</Link>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
      </span>
    </section>
  );
}
