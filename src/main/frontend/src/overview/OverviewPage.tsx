import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AuditEntry, Fallout, OpportunityRow, Task, WorkOrderPage } from '../api/types';
import { useMe } from '../shell/session';
import { systemsQuery } from '../systems/queries';
import { SystemsStrip } from '../systems/SystemsStrip';
import { DueChip } from '../ui/DueChip';
import { PageHead } from '../ui/PageHead';
import { said } from '../ui/said';
import { StateTag } from '../ui/StateTag';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';
import { Panel } from './Panel';
import './overview.css';

/** Where the day of those begins who decide and look after: what waits for them, and what is late in their cities. */
export default function OverviewPage() {
  const { t } = useTranslation('overview');
  const { modules, roles } = useMe();
  const bilingual = useBilingual();
  const word = useWord();
  const navigate = useNavigate();
  const may = (module: string) => modules.includes(module);
  const systems = useQuery({ ...systemsQuery, enabled: may('calls') });
  const superior = roles.includes('manager');

  const task = (item: Task) => ({
    id: item.id,
    to: `/inbox/all/${item.id}`,
    name: [bilingual(item, 'name'), item.customer?.name].filter(Boolean).join(' · '),
    about: [bilingual(item, 'processName'), item.assigneeName ?? t('unclaimed')].join(' · '),
    chip: <DueChip created={item.created} due={item.due} />,
  });

  return (
    <div className="page">
      <PageHead title={t('title')} />
      {may('calls') && (
        <SystemsStrip
          systems={systems.data}
          chosen={undefined}
          onChoose={(id) => void navigate(`/calls?system=${id}`)}
        />
      )}
      <div className="panels">
        <Panel<Task>
          title={t('tasks')}
          queryKey="tasks"
          path="/api/tasks"
          query={{ view: 'all' }}
          all="/inbox/all"
          none={t('tasksNone')}
          row={task}
        />
        {superior && (
          <Panel<Task>
            title={t('overdue')}
            queryKey="tasks"
            path="/api/tasks"
            query={{ view: 'all', due: 'overdue' }}
            all="/inbox/all?due=overdue"
            none={t('overdueNone')}
            row={task}
          />
        )}
        {may('fallouts') && (
          <Panel<WorkOrderPage>
            title={t('lateWork')}
            queryKey="orders"
            path="/api/work-orders"
            query={{ late: true, sort: 'due,asc' }}
            all="/work-orders?late=true"
            none={t('lateWorkNone')}
            row={(item) => ({
              id: item.id,
              to: `/work-orders?late=true&order=${item.id}`,
              name: `${item.description} · ${item.customerName}`,
              about: item.id,
              chip: <DueChip created={item.created} due={item.due} />,
            })}
          />
        )}
        {may('opportunities') && (
          <Panel<OpportunityRow>
            title={t('stale')}
            queryKey="opportunities"
            path="/api/opportunities"
            query={{ view: 'all', age: 'over', state: 'new,inProgress' }}
            all="/opportunities?as=list&view=all&age=over"
            none={t('staleNone')}
            row={(item) => ({
              id: item.id,
              to: `/opportunities/${item.id}`,
              name: item.name,
              about: [item.customerName, item.ownerName].filter(Boolean).join(' · '),
            })}
          />
        )}
        {may('fallouts') && (
          <Panel<Fallout>
            title={t('fallouts')}
            queryKey="fallouts"
            path="/api/fallouts"
            query={{ state: 'open' }}
            all="/fallouts"
            none={t('falloutsNone')}
            row={(item) => ({
              id: item.id,
              to: `/fallouts?q=${item.id}`,
              name: item.message ? said(item.message) : word('systems:errors', item.errorClass),
              about: [item.customerName, item.orderId].join(' · '),
              chip: <StateTag state={item.late ? 'failed' : item.state} />,
            })}
          />
        )}
        {may('audit') && (
          <Panel<AuditEntry>
            title={t('audit')}
            queryKey="audit"
            path="/api/audit"
            query={{}}
            none={t('auditNone')}
            row={(item) => ({
              id: String(item.id),
              name: `${item.personName ?? item.person} · ${item.action}`,
              about: item.subject,
              chip: <time className="muted number">{minute(item.at)}</time>,
            })}
          />
        )}
        <Panel<Task>
          title={t('done')}
          queryKey="tasks"
          path="/api/tasks"
          query={{ view: 'done' }}
          all="/inbox/done"
          none={t('doneNone')}
          row={(item) => ({
            ...task(item),
            to: `/inbox/done/${item.id}`,
            chip: <time className="muted number">{minute(item.completed)}</time>,
          })}
        />
      </div>
    </div>
  );
}
