import { bytes, milliseconds, signedPercent } from '../parts/numbers';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import type { FootprintResponse } from '../wire/types';

interface Props {
  footprint: FootprintResponse;
  version: string;
  against: string | null;
}

/** How large a version is and how long it takes, beside the champion on the same rows. */
export function Footprint({ footprint, version, against }: Props) {
  const { champion } = footprint;
  const beside = (own: number | null, its: number | null | undefined, told: (value: number) => string) =>
    own !== null && its ? `${against ?? 'the champion'}: ${told(its)}, ${signedPercent(own / its - 1)}` : undefined;
  return (
    <Stats>
      <Stat label={`Size of ${version}`} value={bytes(footprint.size_bytes)} note={beside(footprint.size_bytes, champion?.size_bytes, bytes)} />
      {footprint.milliseconds !== null && <Stat label="Time for one answer" value={milliseconds(footprint.milliseconds)} note={beside(footprint.milliseconds, champion?.milliseconds, milliseconds)} />}
    </Stats>
  );
}
