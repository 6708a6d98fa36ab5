import { useTranslation } from 'react-i18next';
import type { Page } from '../api/types';
import './total.css';

export type Counted = Pick<Page<unknown>, 'total' | 'totalIsAtLeast'>;

/** How many records a list has, as far as the server has counted. */
export function useTotal() {
  const { t } = useTranslation('ui');
  return ({ total, totalIsAtLeast }: Counted) =>
    t(totalIsAtLeast ? 'totalAtLeast' : 'total', { count: total });
}

export function Total({ of }: { of: Counted | undefined }) {
  const { t } = useTranslation('ui');
  const total = useTotal();
  if (!of) return null;
  return (
    <span
      className="muted nowrap"
      title={of.totalIsAtLeast ? t('totalAtLeastHint', { count: of.total }) : undefined}
    >
      {total(of)}
    </span>
  );
}

/** Below the last page that can be turned to, where there is more. */
export function MoreThanShown({ of }: { of: Page<unknown> | undefined }) {
  const { t } = useTranslation('ui');
  if (!of?.totalIsAtLeast || (of.page + 1) * of.size < of.total) return null;
  return (
    <p className="muted more-than-shown" role="status">
      {t('moreThanShown', { count: of.total })}
    </p>
  );
}
