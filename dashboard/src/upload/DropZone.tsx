import { useId, useState, type DragEvent } from 'react';
import { bytes } from '../parts/numbers';
import classes from './DropZone.module.css';

interface Props {
  /** What to drop here. */
  label: string;
  note: string;
  file: File | null;
  onFile: (file: File) => void;
}

/** A place to drop a file on; a click or the keyboard chooses one as well. */
export function DropZone({ label, note, file, onFile }: Props) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onFile(dropped);
  }

  return (
    <div className={classes.zone} data-over={isOver || undefined} data-filled={file !== null || undefined}
      onDragOver={(event) => { event.preventDefault(); setIsOver(true); }} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <input id={id} type="file" className={classes.input} accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,text/plain,application/x-ndjson"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) onFile(chosen);
          // The same file again, mended meanwhile, is a new choice.
          event.currentTarget.value = '';
        }} />
      <label htmlFor={id} className={classes.label}>
        {file
          ? <><strong className={classes.name}>{file.name}</strong><span className="note">{bytes(file.size)} · <u>choose another</u>, or drop it here</span></>
          : <><strong>{label}, or <u>choose a file</u></strong><span className="note">{note}</span></>}
      </label>
    </div>
  );
}
