import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HolidayReport } from '../api/types';
import { Tag } from '../ui/Tag';
import { useWord } from '../ui/words';
import type { Draft } from './draft';

/** What a file says, entry by entry, before it is taken into the draft. */
export default function ImportDialog({
  file,
  report,
  draft,
  onTake,
  onClose,
}: {
  file: string;
  report: HolidayReport;
  draft: Draft;
  onTake: (draft: Draft) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('calendars');
  const { t: tu } = useTranslation('ui');
  const word = useWord();
  const left = report.entries.filter(({ kind }) => kind === 'left-out').length;
  const take = () => {
    const days = { ...draft.days };
    for (const day of report.days) days[day.day] = day;
    const known = new Set(draft.years.map(({ year }) => year));
    const added = report.years
      .filter((year) => !known.has(year))
      .map((year) => ({ year, provisional: false, source: t('fromFile', { file }) }));
    onTake({ ...draft, days, years: [...draft.years, ...added] });
  };
  return (
    <Modal
      open
      width={720}
      title={t('importTitle', { file })}
      okText={t('take', { count: report.days.length })}
      okButtonProps={{ disabled: report.days.length === 0 }}
      cancelText={tu('cancel')}
      onOk={take}
      onCancel={onClose}
    >
      <p>
        {t('importSum', { count: report.entries.length, days: report.days.length })}{' '}
        {left > 0 && <Tag tone="warn">{t('leftOut', { count: left })}</Tag>}
      </p>
      <p className="muted">{t('importHelp')}</p>
      <div className="calendar-changes" tabIndex={0} role="region" aria-label={t('entries')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('entry')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('until')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('remark')}</th>
            </tr>
          </thead>
          <tbody>
            {report.entries.map((entry, i) => (
              <tr key={i}>
                <td>{entry.name || '–'}</td>
                <td className="number">{entry.from ?? '–'}</td>
                <td className="number">{entry.to ?? entry.from ?? '–'}</td>
                <td>
                  <Tag tone={entry.kind === 'left-out' ? 'warn' : entry.kind === 'holiday' ? 'bad' : 'info'}>
                    {word('calendars:imported', entry.kind)}
                  </Tag>
                </td>
                <td className="muted">{entry.problem ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
