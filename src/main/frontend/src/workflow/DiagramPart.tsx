import { lazy, Suspense } from 'react';

const InstanceDiagram = lazy(() => import('./InstanceDiagram'));

/** The diagram of an instance, fetched when somebody looks at it. */
export function DiagramPart({ instanceId }: { instanceId: string }) {
  return (
    <Suspense fallback={<div className="diagram-wait" />}>
      <InstanceDiagram instanceId={instanceId} />
    </Suspense>
  );
}
