import { forwardRef, useImperativeHandle, useMemo, useRef } from 'react';
import type { DefinitionFault } from '../wire/types';
import { offsetOf } from './places';
import classes from './Lines.module.css';

export interface LinesHandle {
  goTo: (line: number, column: number) => void;
}

interface Props {
  value: string;
  onChange: (value: string) => void;
  faults: readonly DefinitionFault[];
}

const lineHeight = 20;

/** A text with its line numbers; lines with a mistake are marked. Tab leaves it, as everywhere. */
export const Lines = forwardRef<LinesHandle, Props>(function Lines({ value, onChange, faults }, handle) {
  const area = useRef<HTMLTextAreaElement>(null);
  const count = useMemo(() => value.split('\n').length, [value]);
  const wrong = useMemo(() => new Set(faults.map((fault) => fault.line)), [faults]);
  useImperativeHandle(handle, () => ({
    goTo(line, column) {
      const place = offsetOf(area.current?.value ?? '', line, column);
      area.current?.focus();
      area.current?.setSelectionRange(place, place);
      area.current?.scrollIntoView({ block: 'nearest' });
    },
  }), []);
  return (
    <div className={classes.frame}>
      <div className={classes.numbers} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => <span key={index} data-wrong={wrong.has(index + 1) || undefined}>{index + 1}</span>)}
      </div>
      <textarea ref={area} className={classes.text} value={value} onChange={(event) => onChange(event.currentTarget.value)} style={{ height: count * lineHeight + 24 }}
        aria-label="Text of the definition file" aria-invalid={faults.length > 0} aria-describedby="definition-faults" spellCheck={false} autoCapitalize="off" autoCorrect="off" wrap="off" />
    </div>
  );
});
