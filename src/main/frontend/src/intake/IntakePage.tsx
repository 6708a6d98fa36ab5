import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import { CallsPart } from '../systems/CallsPart';
import { Failure } from '../ui/Blank';
import { useTitle } from '../ui/PageHead';
import { Tabs } from '../ui/Tabs';
import { Waiting } from '../ui/Waiting';
import { DiagramPart } from '../workflow/DiagramPart';
import { Timeline } from '../workflow/Timeline';
import MatterLink from '../workflow/matter/MatterLink';
import { Head } from './Head';
import { Notes } from './Notes';
import { intakeCallsQuery, intakeQuery, intakeTimelineQuery } from './queries';
import '../ordering/order.css';
import './intake.css';

type Tab = 'notes' | 'diagram' | 'calls';

/** All there is of an intake: the same page for every channel that has a part in it. */
export default function IntakePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('intake');
  const [params, setParams] = useSearchParams();
  const polling = useLiveStatus() === 'polling';
  const intake = useQuery({ ...intakeQuery(id), refetchInterval: polling && 30_000 });
  const timeline = useQuery({ ...intakeTimelineQuery(id), enabled: !!intake.data });
  const calls = useQuery({ ...intakeCallsQuery(id), enabled: !!intake.data });
  const tab = (params.get('tab') ?? 'notes') as Tab;
  useTitle(intake.data ? `${intake.data.customerName} ${id}` : id);

  if (intake.error) return <Failure error={intake.error} onRetry={() => void intake.refetch()} />;
  if (!intake.data)
    return (
      <div className="page">
        <div className="card intake-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  const shown = intake.data;

  return (
    <div className="page">
      <Head intake={shown} />
      <div className="order-grid">
        <div className="order-main">
          <section className="card order-tabs">
            <Tabs<Tab>
              label={id}
              active={tab}
              onChange={(key) => setParams(key === 'notes' ? {} : { tab: key }, { replace: true })}
              tabs={[
                {
                  key: 'notes',
                  label: t('tab.notes', { count: shown.notes.length }),
                  children: <Notes intake={shown} />,
                },
                {
                  key: 'diagram',
                  label: t('tab.diagram'),
                  children: shown.instanceId && <DiagramPart instanceId={shown.instanceId} />,
                },
                {
                  key: 'calls',
                  label: t('tab.calls', { count: calls.data?.length ?? 0 }),
                  children: <CallsPart calls={calls} />,
                },
              ]}
            />
          </section>
        </div>
        <section className="card order-timeline" aria-labelledby="intake-timeline">
          <div className="card-head">
            <h2 id="intake-timeline">{t('timeline')}</h2>
            <MatterLink id={id} />
          </div>
          <Timeline entries={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />
        </section>
      </div>
    </div>
  );
}
