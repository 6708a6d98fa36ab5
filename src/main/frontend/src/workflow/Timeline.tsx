import {
  ApiOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  MailOutlined,
  PartitionOutlined,
  ToolOutlined,
  UserOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/types';
import { Blank, Failure } from '../ui/Blank';
import type { Tone } from '../ui/Tag';
import { inProvince, second } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import './timeline.css';

/** What happened, in words, newest first. */
export function Timeline({
  entries,
  error,
  onRetry,
}: {
  entries: TimelineEntry[] | undefined;
  error: unknown;
  onRetry: () => void;
}) {
  const { t } = useTranslation('workflow');
  const days = useMemo(() => byDay(entries ?? []), [entries]);
  if (error) return <Failure error={error} onRetry={onRetry} />;
  if (!entries) return <Waiting />;
  if (entries.length === 0) return <Blank title={t('timeline.none')} />;
  return (
    <div className="timeline" tabIndex={0} role="region" aria-label={t('timeline.title')}>
      {days.map(({ day, rows }) => (
        <section key={day}>
          <h3>{day}</h3>
          <ol>
            {rows.map((entry, index) => {
              const { icon, tone } = look(entry.kind);
              return (
                <li key={index}>
                  <span className={`timeline-icon tag-${tone}`} aria-hidden>
                    {icon}
                  </span>
                  <div>
                    <p>{entry.text}</p>
                    {entry.reason && <p className="timeline-reason">{entry.reason}</p>}
                    <span className="muted">
                      {entry.actorName && (
                        <span className="timeline-actor">
                          {entry.actorName}
                          {entry.onBehalfOf && ` · ${t('timeline.for', { name: entry.onBehalfOf })}`}
                        </span>
                      )}
                      {entry.subject && <code>{entry.subject}</code>}
                    </span>
                  </div>
                  <time dateTime={entry.at} title={second(entry.at)}>
                    {inProvince(entry.at).format('HH:mm:ss')}
                  </time>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

function byDay(entries: TimelineEntry[]) {
  const days: { day: string; rows: TimelineEntry[] }[] = [];
  for (const entry of [...entries].reverse()) {
    const day = inProvince(entry.at).format('YYYY-MM-DD');
    if (days.at(-1)?.day !== day) days.push({ day, rows: [] });
    days.at(-1)!.rows.push(entry);
  }
  return days;
}

function look(kind: string): { icon: ReactNode; tone: Tone } {
  if (/fallout\.opened|failed|rejected|refused|unknown|dead/.test(kind))
    return { icon: <WarningOutlined />, tone: 'bad' };
  if (/completed|resolved|archived/.test(kind) && !kind.startsWith('task')) {
    return { icon: <CheckCircleOutlined />, tone: 'good' };
  }
  if (kind.startsWith('call.')) return { icon: <ApiOutlined />, tone: 'plain' };
  if (kind.startsWith('task.')) {
    return { icon: kind.endsWith('completed') ? <CheckSquareOutlined /> : <UserOutlined />, tone: 'info' };
  }
  if (kind.startsWith('message.')) return { icon: <MailOutlined />, tone: 'plain' };
  if (kind.startsWith('work-order.')) return { icon: <ToolOutlined />, tone: 'info' };
  if (kind.startsWith('service-order.') || kind.endsWith('decomposed')) {
    return { icon: <PartitionOutlined />, tone: 'info' };
  }
  return { icon: <FileTextOutlined />, tone: 'plain' };
}
