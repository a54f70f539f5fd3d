import { Skeleton } from '@mantine/core';

const heights = { line: 20, text: 64, table: 240, chart: 280, card: 320 } as const;

/** Keeps the shape of what is coming, so that nothing jumps when it is there. */
export function Loading({ shape, height }: { shape: keyof typeof heights; height?: number }) {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton height={height ?? heights[shape]} radius="md" />
    </div>
  );
}
