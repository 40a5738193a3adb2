import { type ReactNode, useEffect } from 'react';
import classes from './sign-in.module.css';

interface CardPage {
  title: string;
  children: ReactNode;
}

/** A page with one thing to do, for people who are not inside yet. */
export function CardPage({ title, children }: CardPage) {
  useEffect(() => {
    document.title = `${title} · SmoothSchedule`;
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img className={classes.mark} src="/favicon.svg" alt="SmoothSchedule" />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
