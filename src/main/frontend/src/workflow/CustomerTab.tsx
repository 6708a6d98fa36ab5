import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { customerQuery } from '../ordering/queries';
import { Failure } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import { tasksQuery } from './queries';
import './customer.css';

/** Whom the task is for, and what else lies in one's own inbox for them. */
export default function CustomerTab({ id, taskId }: { id: string; taskId: string }) {
  const { t } = useTranslation('ordering');
  const { t: ta } = useTranslation('actions');
  const bilingual = useBilingual();
  const customer = useQuery(customerQuery(id));
  const tasks = useInfiniteQuery(tasksQuery({ view: 'all', customer: id }));
  const others = tasks.data?.pages[0]?.items.filter((task) => task.id !== taskId);
  const shown = customer.data;

  if (customer.error) return <Failure error={customer.error} onRetry={() => void customer.refetch()} />;
  if (!shown) return <Waiting />;
  const facts: [string, string | null | undefined][] = [
    [t('customer'), bilingual(shown, 'name')],
    [ta('customer.level'), t('level', { level: shown.level })],
    [t('city'), shown.cityName],
    [t('industry'), shown.industry],
    [t('address'), shown.address],
    [ta('customer.manager'), shown.managerName ?? shown.manager],
    [t('contact'), shown.contact && `${shown.contact.name} ${shown.contact.phoneMasked ?? ''}`],
  ];
  return (
    <div className="task-customer">
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {others && (
        <>
          <h2>{ta('customer.tasks', { count: others.length })}</h2>
          <ul>
            {others.map((task) => (
              <li key={task.id}>
                <Link to={`/inbox/all/${task.id}`}>{bilingual(task, 'name')}</Link>
                <code>{task.rootBusinessKey ?? task.businessKey}</code>
                <DueChip created={task.created} due={task.due} time={task.time} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
