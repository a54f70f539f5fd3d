import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ErrorState } from '../parts/ErrorState';
import { readInk, type Ink } from './ink';
import type { EChartsCoreOption, EChartsType } from './engine';
import classes from './Chart.module.css';

export type Drawing = (ink: Ink) => EChartsCoreOption;

interface Props {
  /** Made anew for each scheme. Keep it stable (useCallback), or the chart is drawn with every render. */
  drawing: Drawing;
  height?: number;
  /** What a screen reader says in its place. */
  summary: string;
  onPick?: (index: number, series: string) => void;
}

/** A chart, drawn once its engine has come; its place is kept meanwhile. */
export function Chart({ drawing, height = 280, summary, onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const scheme = useComputedColorScheme('light');
  pick.current = onPick;

  useEffect(() => {
    let gone = false;
    let watcher: ResizeObserver | null = null;
    import('./engine').then(({ draw }) => {
      if (gone || !place.current) return;
      const drawn = draw(place.current);
      drawn.on('click', (event) => pick.current?.((event as { dataIndex: number }).dataIndex, (event as { seriesName?: string }).seriesName ?? ''));
      chart.current = drawn;
      watcher = new ResizeObserver(() => drawn.resize());
      watcher.observe(place.current);
      setReady(true);
    }).catch(setError);
    return () => {
      gone = true;
      watcher?.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (ready) chart.current?.setOption({ ...common(), ...drawing(readInk()) }, { notMerge: true });
  }, [ready, drawing, scheme]);

  if (error !== null) return <ErrorState error={error} onRetry={() => location.reload()} />;
  return <div className={classes.chart} ref={place} role="img" aria-label={summary} style={{ height }} data-drawn={ready} />;
}

const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');

const common = (): EChartsCoreOption => ({
  animation: !stillness.matches,
  animationDuration: 250,
  animationDurationUpdate: 250,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
});
