import type { UseQueryResult } from '@tanstack/react-query';
import type { Call } from '../api/types';
import { CallTable } from './CallTable';

/** The calls made for one business object. */
export function CallsPart({ calls }: { calls: UseQueryResult<Call[]> }) {
  return (
    <CallTable
      calls={calls.data}
      loading={calls.isPending}
      error={calls.error}
      onRetry={() => void calls.refetch()}
    />
  );
}
