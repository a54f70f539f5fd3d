import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, DataZoomInsideComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what is used is fetched, and only by pages that draw.
use([LineChart, BarChart, ScatterChart, GridComponent, TooltipComponent, MarkLineComponent, MarkAreaComponent, DataZoomInsideComponent, AriaComponent, SVGRenderer]);

export type { EChartsCoreOption, EChartsType };

export function draw(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: 'svg' });
}
