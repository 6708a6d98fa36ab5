import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/types';

const AssignDialog = lazy(() => import('./AssignDialog'));

/** The button that gives a task to a colleague; its dialog is fetched when it is first wanted. */
export function Assign({ task }: { task: Task }) {
  const { t } = useTranslation('workflow');
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        {t('assign.title')}
      </Button>
      {wanted && (
        <Suspense>
          <AssignDialog task={task} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
