import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { presenceQuery } from './queries';
import { useSayPresence } from './presence';

/** Whether new work is given to oneself, and why; a switch for today. */
export function PresenceCard() {
  const { t } = useTranslation('dispatch');
  const { data: presence } = useQuery(presenceQuery);
  const say = useSayPresence();
  if (!presence) return null;
  const because =
    presence.because === 'said'
      ? t('because.said', { time: minute(presence.until) })
      : presence.because === 'absence'
        ? t('because.absence', { day: presence.awayUntil })
        : t('because.calendar');
  return (
    <section className="card presence" aria-label={t('presence')}>
      <Tag tone={presence.present ? 'good' : 'warn'}>{t(presence.present ? 'present' : 'absent')}</Tag>
      <span>{t(presence.present ? 'presentHint' : 'absentHint')}</span>
      <span className="muted">{because}</span>
      <span className="presence-tools">
        <Button onClick={() => void say(!presence.present)}>
          {t(presence.present ? 'sayAbsent' : 'sayPresent')}
        </Button>
        {presence.because === 'said' && <Button onClick={() => void say(null)}>{t('sayNothing')}</Button>}
      </span>
    </section>
  );
}
