import { Skeleton } from '@mantine/core';
import classes from './skeletons.module.css';

const many = (count: number) => Array.from({ length: count }, (_, index) => index);

export const RowsSkeleton = ({ rows = 8 }: { rows?: number }) => (
  <div className={classes.rows}>
    {many(rows).map((row) => (
      <div key={row} className={classes.row}>
        <Skeleton className={classes.word} />
        <Skeleton className={classes.phrase} />
        <Skeleton className={classes.word} />
      </div>
    ))}
  </div>
);

export const FactsSkeleton = ({ facts = 6 }: { facts?: number }) => (
  <div className={classes.facts}>
    <Skeleton className={classes.title} />
    {many(facts).map((fact) => (
      <div key={fact} className={classes.fact}>
        <Skeleton className={classes.word} />
        <Skeleton className={classes.phrase} />
      </div>
    ))}
  </div>
);

export const FormSkeleton = ({ fields = 5 }: { fields?: number }) => (
  <div className={classes.facts}>
    {many(fields).map((field) => (
      <div key={field} className={classes.field}>
        <Skeleton className={classes.word} />
        <Skeleton className={classes.input} />
      </div>
    ))}
  </div>
);

export const TimesSkeleton = () => (
  <div className={classes.times}>
    {many(12).map((time) => (
      <Skeleton key={time} className={classes.time} />
    ))}
  </div>
);
