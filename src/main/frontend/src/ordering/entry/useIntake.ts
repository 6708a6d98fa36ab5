import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Product } from '../../api/types';
import { intakeQuery } from '../../intake/queries';
import { isEmpty, ofIntake, type Draft } from './draft';

/** Begins the order that an address names an intake for (?intake=); what was begun before is asked about. */
export function useIntake(
  draft: Draft | undefined,
  products: Product[] | undefined,
  change: (update: (before: Draft) => Draft) => void,
  mayReplace: () => Promise<boolean>,
) {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('intake');
  const intake = useQuery({ ...intakeQuery(wanted ?? ''), enabled: !!wanted });
  const ready = !!draft && !!products && !!intake.data;

  useEffect(() => {
    if (!wanted || !draft || !products || !intake.data) return;
    setParams({}, { replace: true });
    const fill = () => change(() => ofIntake(intake.data, products));
    if (draft.intakeId === wanted) return;
    if (isEmpty(draft)) fill();
    else void mayReplace().then((yes) => yes && fill());
  }, [wanted, ready]);
}
