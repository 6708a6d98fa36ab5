import { WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { TimeAccount } from '../api/types';
import { parts as units } from '../rules/duration';
import { useSystemName } from '../systems/useSystemName';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';
import './whose-time.css';

/** Whose working time an order, or one of its work orders, has taken, as a bar; and each piece of it, with what was expected of a unit. */
export function WhoseTime({ of, id }: { of: 'orders' | 'work-orders'; id: string }) {
  const { t } = useTranslation('ordering');
  const word = useWord();
  const systemName = useSystemName();
  const bilingual = useBilingual();
  const [open, setOpen] = useState(false);
  const account = useQuery({
    queryKey: ['orders', of, id, 'time'],
    queryFn: ({ signal }) =>
      api.get<TimeAccount>(`/api/${of}/${encodeURIComponent(id)}/time`, {}, { signal }),
    refetchInterval: 60_000,
  });
  if (!account.data || account.data.parts.length === 0) return null;
  const { shares, parts } = account.data;
  const whole = Math.max(
    1,
    shares.reduce((sum, { minutes }) => sum + minutes, 0),
  );
  const hours = (minutes: number) => t('time.hours', { hours: Math.round(minutes / 6) / 10 });
  const side = (key: string) => word('ordering:time.sides', key);
  return (
    <section className="card whose-time" aria-label={t('time.title')}>
      <div className="whose-head">
        <h2>{t('time.title')}</h2>
        <ul>
          {shares.map(({ side: key, minutes }) => (
            <li key={key}>
              <i data-side={key} aria-hidden />
              {side(key)} <b className="number">{hours(minutes)}</b>
            </li>
          ))}
          {shares.length === 0 && <li className="muted">{t('time.none')}</li>}
        </ul>
        {parts.some(({ late }) => late) && (
          <Tag tone="bad">
            <WarningOutlined /> {t('time.late', { count: parts.filter(({ late }) => late).length })}
          </Tag>
        )}
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'time.hide' : 'time.show')}
        </Button>
      </div>
      {shares.length > 0 && (
        <div className="whose-bar" aria-hidden>
          {shares.map(({ side: key, minutes }) => (
            <i key={key} data-side={key} style={{ width: `${(minutes / whole) * 100}%` }} />
          ))}
        </div>
      )}
      {open && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('time.side')}</th>
              <th scope="col">{t('time.what')}</th>
              <th scope="col">{t('time.begun')}</th>
              <th scope="col">{t('time.ended')}</th>
              <th scope="col">{t('time.taken')}</th>
              <th scope="col">{t('time.target')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, i) => (
              <tr key={i}>
                <td>{side(part.side)}</td>
                <td>
                  {part.unit
                    ? systemName(part.unit)
                    : word('ordering:time.causes', part.name ?? '') === part.name
                      ? bilingual(part, 'name')
                      : word('ordering:time.causes', part.name ?? '')}
                </td>
                <td className="number nowrap">{minute(part.begun)}</td>
                <td className="number nowrap">{part.ended ? minute(part.ended) : t('time.running')}</td>
                <td className="number">{hours(part.minutes)}</td>
                <td>
                  {part.target &&
                    units(part.target)
                      .map(({ unit, count }) => t(`time.units.${unit}`, { count }))
                      .join(' ')}{' '}
                  {part.late && <Tag tone="bad">{t('time.tooLong')}</Tag>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
