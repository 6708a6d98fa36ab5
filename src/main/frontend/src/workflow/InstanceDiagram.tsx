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

interface Step {
  instanceId: string;
  name?: string;
}

/** Where an instance stands, with a way into the processes it has called and back. */
export default function InstanceDiagram({ instanceId }: { instanceId: string }) {
  const { t } = useTranslation('workflow');
  const bilingual = useBilingual();
  const polling = useLiveStatus() === 'polling';
  const [root, setRoot] = useState(instanceId);
  const [path, setPath] = useState<Step[]>([{ instanceId }]);
  if (root !== instanceId) {
    setRoot(instanceId);
    setPath([{ instanceId }]);
  }
  const here = path.at(-1)!;
  const diagram = useQuery({ ...diagramQuery(here.instanceId), refetchInterval: polling && 30_000 });

  if (diagram.error) return <Failure error={diagram.error} onRetry={() => void diagram.refetch()} />;
  if (!diagram.data) return <Waiting />;
  const name = bilingual(diagram.data, 'name') || diagram.data.process;

  return (
    <div className="diagram">
      <div className="diagram-head">
        <Breadcrumb
          items={path.map((step, index) => ({
            key: step.instanceId,
            title:
              index === path.length - 1 ? (
                name
              ) : (
                <button type="button" onClick={() => setPath(path.slice(0, index + 1))}>
                  {step.name}
                </button>
              ),
          }))}
        />
        <span className="diagram-legend">
          <i data-kind="active" /> {t('diagram.active')}
          <i data-kind="completed" /> {t('diagram.completed')}
          <i data-kind="failed" /> {t('diagram.failed')}
        </span>
      </div>
      <DiagramView
        diagram={diagram.data}
        onOpen={(call) =>
          setPath([
            ...path.slice(0, -1),
            { ...here, name: here.name ?? name },
            { instanceId: call.instanceId, name: undefined },
          ])
        }
      />
    </div>
  );
}
