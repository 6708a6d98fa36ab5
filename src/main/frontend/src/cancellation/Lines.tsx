import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CancellationLine } from '../api/types';
import { Tag } from '../ui/Tag';
import { day } from '../ui/time';
import { useBilingual } from '../ui/words';
import { money, percent } from './money';

/** Each subscription with what ending it costs, and how that was computed. */
export function Lines({ lines, ended }: { lines: CancellationLine[]; ended?: boolean }) {
  const { t } = useTranslation('cancellation');
  const bilingual = useBilingual();
  return (
    <table className="tree cancellation-lines">
      <thead>
        <tr>
          <th>{t('product')}</th>
          <th>{t('agreement')}</th>
          <th>{t('boundUntil')}</th>
          <th>{t('computation')}</th>
          <th className="cancellation-money">{t('penalty')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.subscription} className="tree-service">
            <td>
              <b>{bilingual(line, 'productName')}</b>{' '}
              {ended && (
                <Tag tone={line.ended ? 'good' : 'bad'}>{t(line.ended ? 'hasEnded' : 'notEnded')}</Tag>
              )}
              <div>
                <code className="muted">{line.subscription}</code>
              </div>
            </td>
            {line.bound ? (
              <>
                <td>
                  <Link to={`/opportunities/${line.bound.opportunityId}?tab=agreement`}>
                    {line.bound.agreement}
                  </Link>
                </td>
                <td className="number nowrap">{day(line.bound.until)}</td>
                <td>
                  <span className="number">
                    {t('formula', {
                      monthly: money(line.bound.monthly),
                      months: line.bound.monthsLeft,
                      share: percent(line.bound.share),
                    })}
                  </span>
                  <div className="muted">{bilingual(line.bound, 'basis')}</div>
                </td>
                <td className="number cancellation-money">{money(line.bound.penalty)}</td>
              </>
            ) : (
              <>
                <td colSpan={3} className="muted">
                  {t('free')}
                </td>
                <td className="number cancellation-money">{money(0)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
