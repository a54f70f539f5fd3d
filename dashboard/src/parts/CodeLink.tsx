import classes from './CodeLink.module.css';

/** The page of a code: what it means, what to do. */
export function CodeLink({ code }: { code: string }) {
  return <a className={`note ${classes.code}`} href={`/codes/${code}`} target="_blank" rel="noreferrer">{code}<span className="hidden-to-eyes">: what it means, opens a page of its own</span></a>;
}
