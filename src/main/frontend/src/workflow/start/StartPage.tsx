import { PlayCircleOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Blank, Failure } from '../../ui/Blank';
import { PageHead } from '../../ui/PageHead';
import { Waiting } from '../../ui/Waiting';
import { useBilingual } from '../../ui/words';
import { processesQuery } from '../filters/queries';
import './start.css';

/** What one may begin, what it is for, who sees to it, and the page where it begins. */
export default function StartPage() {
  const { t, i18n } = useTranslation('start');
  const bilingual = useBilingual();
  const processes = useQuery({ ...processesQuery, queryKey: [...processesQuery.queryKey, i18n.language] });
  const startable = processes.data?.filter(({ start }) => start);
  return (
    <div className="page">
      <PageHead title={t('title')} />
      {processes.error ? (
        <Failure error={processes.error} onRetry={() => void processes.refetch()} />
      ) : !startable ? (
        <div className="card start-wait">
          <Waiting />
        </div>
      ) : startable.length === 0 ? (
        <Blank icon={<PlayCircleOutlined />} title={t('none')} hint={t('noneHint')} />
      ) : (
        <ul className="start-list">
          {startable.map((process) => (
            <li key={process.id} className="card">
              <Link to={process.start!.page}>
                <h2>{process.start!.name}</h2>
                <RightOutlined aria-hidden />
              </Link>
              <p>{process.start!.purpose}</p>
              <dl>
                <dt>{t('answers')}</dt>
                <dd>{process.start!.answers}</dd>
                <dt>{t('process')}</dt>
                <dd>
                  {bilingual(process, 'name')} <span className="muted">v{process.version}</span>
                </dd>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
