import { Skeleton } from '@mantine/core';
import classes from './overview.module.css';

export const OverviewSkeleton = () => (
  <div className={classes.numbers}>
    <div className={classes.cards}>
      {['a', 'b', 'c', 'd', 'e'].map((card) => (
        <Skeleton key={card} className={classes.cardSkeleton} />
      ))}
    </div>
    <Skeleton className={classes.chartSkeleton} />
  </div>
);
