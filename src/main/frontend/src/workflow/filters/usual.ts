import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { addressOf } from './conditions';
import { filtersQuery } from './queries';

/**
 * Whoever comes to the inbox without saying where to begins with what they have chosen for that.
 *
 * @return whether that is still being looked up
 */
export function useUsual(): boolean {
  const { view } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const undecided = !view && params.size === 0;
  const filters = useQuery({ ...filtersQuery, enabled: undecided });
  const usual = undecided ? filters.data?.find(({ isDefault }) => isDefault) : undefined;
  useEffect(() => {
    if (usual) void navigate(addressOf(usual), { replace: true });
  }, [usual, navigate]);
  return undecided && (filters.isPending || !!usual);
}
