import { ArrowRightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecountChange } from '../api/types';
import { useCityName } from '../shell/session';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';

/** Due times as they were and as they are. */
export function Changes({ changes }: { changes: RecountChange[] }) {
  const { t } = useTranslation('calendars');
  const bilingual = useBilingual();
  const cityName = useCityName();
  const word = useWord();
  return (
    <div className="calendar-changes" tabIndex={0} role="region" aria-label={t('changes')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('task')}</th>
            <th scope="col">{t('customer')}</th>
            <th scope="col">{t('city')}</th>
            <th scope="col">{t('dueTimes')}</th>
            <th scope="col">{t('remark')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.taskId}>
              <td>
                {bilingual(change, 'name')}{' '}
                {change.subject?.startsWith('PO') ? (
                  <Link to={`/orders/${change.subject}`}>{change.subject}</Link>
                ) : (
                  <code>{change.subject ?? ''}</code>
                )}
              </td>
              <td>{change.customer ?? '–'}</td>
              <td>{cityName(change.city)}</td>
              <td className="number nowrap">
                {minute(change.was)} <ArrowRightOutlined aria-label={t('to')} />{' '}
                <b>{change.due ? minute(change.due) : '–'}</b>
              </td>
              <td>
                {change.problem && (
                  <Tag tone={change.problem === 'beyond' ? 'warn' : 'bad'}>
                    {word('calendars:problems', change.problem)}
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
