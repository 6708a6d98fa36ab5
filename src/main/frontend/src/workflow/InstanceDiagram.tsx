import { useQuery } from '@tanstack/react-query';
import { Breadcrumb } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../api/live';
import { Failure } from '../ui/Blank';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import { DiagramView } from './DiagramView';
import { diagramQuery } from './queries';

/** Where an instance stands, with a way into the processes it has called and up to those that called it. */
export default function InstanceDiagram({ instanceId }: { instanceId: string }) {
  const { t } = useTranslation('workflow');
  const bilingual = useBilingual();
  const polling = useLiveStatus() === 'polling';
  const [root, setRoot] = useState(instanceId);
  const [here, setHere] = useState(instanceId);
  if (root !== instanceId) {
    setRoot(instanceId);
    setHere(instanceId);
  }
  const diagram = useQuery({ ...diagramQuery(here), refetchInterval: polling && 30_000 });

  if (diagram.error) return <Failure error={diagram.error} onRetry={() => void diagram.refetch()} />;
  if (!diagram.data) return <Waiting />;

  return (
    <div className="diagram">
      <div className="diagram-head">
        <Breadcrumb
          items={[
            ...diagram.data.callers.map((caller) => ({
              key: caller.instanceId,
              title: (
                <button type="button" onClick={() => setHere(caller.instanceId)}>
                  {bilingual(caller, 'name')}
                </button>
              ),
            })),
            { key: here, title: bilingual(diagram.data, 'name') || diagram.data.process },
          ]}
        />
        <span className="diagram-legend">
          <i data-kind="active" /> {t('diagram.active')}
          <i data-kind="completed" /> {t('diagram.completed')}
          <i data-kind="failed" /> {t('diagram.failed')}
        </span>
      </div>
      <DiagramView diagram={diagram.data} onOpen={(call) => setHere(call.instanceId)} />
    </div>
  );
}
