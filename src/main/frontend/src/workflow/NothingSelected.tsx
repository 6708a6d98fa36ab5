import { InboxOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Blank } from '../ui/Blank';

export function NothingSelected({ empty }: { empty: boolean }) {
  const { t } = useTranslation('workflow');
  return empty ? null : <Blank icon={<InboxOutlined />} title={t('choose')} hint={t('chooseHint')} />;
}
