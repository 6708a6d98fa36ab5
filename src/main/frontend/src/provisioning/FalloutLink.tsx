import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../shell/session';
import { Tag } from '../ui/Tag';

/** Leads to an open fallout, for those who may open it. */
export function FalloutLink({ id }: { id: string }) {
  const { t } = useTranslation('provisioning');
  const { modules } = useMe();
  const tag = (
    <Tag tone="bad">
      <WarningFilled aria-hidden /> {t('open', { id })}
    </Tag>
  );
  return modules.includes('fallouts') ? <Link to={`/fallouts?q=${id}`}>{tag}</Link> : tag;
}
