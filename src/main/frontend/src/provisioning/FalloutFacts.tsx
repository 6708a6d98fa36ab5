import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../shell/session';
import { CallLog } from '../systems/CallLog';
import { Health } from './Health';
import { falloutQuery } from './queries';
import { SolvedCases } from './SolvedCases';
import './fallouts.css';

const CorrectDialog = lazy(() => import('./CorrectDialog'));

/** Below the form in which a fallout is decided: what proof has found, how the like was solved, and the way to the bench. */
export default function FalloutFacts({
  id,
  characteristics,
  onCorrect,
}: {
  id: string;
  /** As they stand in the form now. */
  characteristics: () => unknown;
  /** Writes others into the form; nothing where the reader may not decide. */
  onCorrect: ((characteristics: string) => void) | undefined;
}) {
  const { t } = useTranslation('provisioning');
  const { modules } = useMe();
  const known = modules.includes('fallouts');
  const { data } = useQuery({ ...falloutQuery(id), enabled: known });
  const [correcting, setCorrecting] = useState(false);
  if (!data) return null;
  return (
    <section className="fallout-facts" aria-label={t('facts')}>
      <div className="fallout-actions">
        <Health health={data.health} />
        {onCorrect && data.answers.includes('correct') && (
          <Button size="small" onClick={() => setCorrecting(true)}>
            {t('correct.open')}
          </Button>
        )}
        <Link to={`/fallouts?fallout=${id}`}>{t('toBench')}</Link>
      </div>
      {data.call && modules.includes('calls') && <CallLog callKey={data.call.key} />}
      <SolvedCases cases={data.similar} />
      {correcting && onCorrect && (
        <Suspense>
          <CorrectDialog
            product={data.product}
            characteristics={characteristics()}
            onClose={() => setCorrecting(false)}
            onCorrected={(corrected) => {
              setCorrecting(false);
              onCorrect(corrected);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
