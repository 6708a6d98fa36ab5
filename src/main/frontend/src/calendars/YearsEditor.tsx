import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarPage, CalendarYear } from '../api/types';
import { Tag } from '../ui/Tag';
import { loadedYears, type Draft } from './draft';

/** Of which years the holidays are known, and from where. */
export function YearsEditor({
  page,
  draft,
  onChange,
}: {
  page: CalendarPage;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('calendars');
  const own = new Set(draft.years.map(({ year }) => year));
  const all = [...loadedYears(page, draft).values()].sort((one, other) => one.year - other.year);
  const next = (all.at(-1)?.year ?? new Date().getFullYear() - 1) + 1;
  const set = (year: number, changes: Partial<CalendarYear>) =>
    onChange({
      ...draft,
      years: draft.years.map((row) => (row.year === year ? { ...row, ...changes } : row)),
    });
  return (
    <div className="calendar-form">
      <p className="muted">{t('yearsHelp')}</p>
      <table className="calendar-years">
        <thead>
          <tr>
            <th scope="col">{t('year')}</th>
            <th scope="col">{t('provisional')}</th>
            <th scope="col">{t('source')}</th>
            <th scope="col">
              <span className="sr-only">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((row) => {
            const mine = own.has(row.year) && page.editable;
            return (
              <tr key={row.year}>
                <th scope="row" className="number">
                  {row.year}
                </th>
                <td>
                  {mine ? (
                    <Checkbox
                      checked={row.provisional}
                      aria-label={t('provisionalOf', { year: row.year })}
                      onChange={(event) => set(row.year, { provisional: event.target.checked })}
                    />
                  ) : (
                    <Tag tone={row.provisional ? 'info' : 'plain'}>
                      {t(row.provisional ? 'estimated' : 'loaded')}
                    </Tag>
                  )}
                </td>
                <td>
                  {mine ? (
                    <Input
                      value={row.source}
                      maxLength={200}
                      aria-label={t('sourceOf', { year: row.year })}
                      status={row.source.trim() ? undefined : 'error'}
                      onChange={(event) => set(row.year, { source: event.target.value })}
                    />
                  ) : (
                    <span className="muted">{row.source}</span>
                  )}
                </td>
                <td>
                  {mine && (
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('removeYear', { year: row.year })}
                      onClick={() =>
                        onChange({ ...draft, years: draft.years.filter(({ year }) => year !== row.year) })
                      }
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {page.editable && (
        <Button
          icon={<PlusOutlined />}
          onClick={() =>
            onChange({ ...draft, years: [...draft.years, { year: next, provisional: true, source: '' }] })
          }
        >
          {t('addYear', { year: next })}
        </Button>
      )}
    </div>
  );
}
