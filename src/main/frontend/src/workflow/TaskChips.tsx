import { useTranslation } from 'react-i18next';
import type { Task } from '../api/types';
import { Tag } from '../ui/Tag';
import { inProvince } from '../ui/time';

/** What is out of the ordinary about a task: an opinion, delegated, in somebody’s place, urged, put off. */
export function TaskChips({ task, short }: { task: Task; short?: boolean }) {
  const { t } = useTranslation('workflow');
  const later =
    task.followUp && Date.parse(task.followUp) > Date.now() ? inProvince(task.followUp) : undefined;
  return (
    <>
      {task.kind === 'opinion' && <Tag tone="info">{t('opinion')}</Tag>}
      {task.delegated && (
        <Tag tone="info">{short ? t('delegated') : t('delegatedBy', { name: task.ownerName })}</Tag>
      )}
      {task.actingFor && <Tag tone="info">{t('actingFor', { name: task.actingForName })}</Tag>}
      {task.urged > 0 && <Tag tone="warn">{t('urgedTimes', { count: task.urged })}</Tag>}
      {later && <Tag>{t('followUpOn', { day: later.format(short ? 'MM-DD' : 'YYYY-MM-DD') })}</Tag>}
    </>
  );
}
