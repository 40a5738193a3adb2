import classes from './page.module.css';

/** The shape of what comes: rows with a few bars. */
export const BoardSkeleton = () => (
  <div className={`${classes.skeleton} quiet-load`} aria-hidden>
    {Array.from({ length: 9 }, (_, row) => (
      <div key={row}>
        <i />
        <b style={{ marginLeft: `${(row * 37) % 50}%` }} />
      </div>
    ))}
  </div>
);
