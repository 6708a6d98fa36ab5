import { useTranslation } from 'react-i18next';
import type { PartnerWorkOrderDetail } from '../api/types';
import { HiddenContact } from '../ui/HiddenContact';
import { revealContact } from './queries';

/** Whom the partner's people call, until the work is over. */
export function Contact({
  id,
  hidden,
  over,
}: {
  id: string;
  hidden: NonNullable<PartnerWorkOrderDetail['contact']>;
  over: boolean;
}) {
  const { t } = useTranslation('partner');
  return (
    <HiddenContact
      hidden={hidden}
      label={t('reveal')}
      hint={t('revealHint')}
      reveal={over ? undefined : () => revealContact(id)}
    />
  );
}
