import { useNow } from './clock';
import { exactly, when } from './times';
import { none } from './numbers';

/** Relative within a day, else dated; the exact time in the viewer's zone on hover. */
export function RelativeTime({ at }: { at: string | null | undefined }) {
  const now = useNow();
  if (!at) return <>{none}</>;
  const time = Date.parse(at);
  return <time dateTime={at} title={exactly(time)}>{when(time, now)}</time>;
}
