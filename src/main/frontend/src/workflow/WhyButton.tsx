import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/types';
import { withWords } from '../i18n';

const WhyDialog = lazy(() => withWords(() => import('../dispatch/WhyDialog')));

/** One click to the rule that has decided whose task it is. */
export function WhyButton({ task }: { task: Task }) {
  const { t } = useTranslation('workflow');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('why')}
      </Button>
      {open && (
        <Suspense>
          <WhyDialog task={task} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
