import { useSpeech } from '../../words/use-speech.tsx';
import { addDays } from '@smooth/engine/date.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import { useCallback, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useTongue } from '../tongue.ts';
import { useBusiness } from '../../identity/api.ts';
import type { Model, Row } from '../model.ts';
import { isGone } from '../rows.ts';
import { flagsOf, nameOf, rangeWords } from '../words.ts';
import classes from './printed-day.module.css';

/** The list is made when it is printed, however that was asked for. */
export function usePrint() {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const follow = () => flushSync(() => setPrinting(paper.matches));
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    paper.addEventListener('change', follow);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      paper.removeEventListener('change', follow);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const print = useCallback(() => window.print(), []);
  return { isPrinting, print };
}

/** One day on paper: who comes when, for each person and room. */
export function PrintedDay({ model, date }: { model: Model; date: LocalDate }) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const business = useBusiness();
  const [start, end] = [startOfDay(format.zone, date), startOfDay(format.zone, addDays(date, 1))];
  const rows = model.rows.map((row) => ({ row, bars: barsOf(row, start, end) })).filter(({ bars }) => bars.length > 0);
  return createPortal(
    <div className={classes.paper}>
      <h1>{format.longDay(date)}</h1>
      <p>{business.name}</p>
      {rows.map(({ row, bars }) => (
        <table key={row.resource.id}>
          <caption>{row.resource.name}</caption>
          <thead>
            <tr>
              <th>{text('print_time')}</th>
              <th>{text('print_what')}</th>
              <th>{text('print_notes')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.id}>
                <td>{rangeWords(bar.start, bar.end, format)}</td>
                <td>
                  <b>{nameOf(bar, format)}</b> {bar.of.kind === 'class' ? '' : bar.service?.name}
                </td>
                <td>
                  {[text(`status_${bar.of.status}`), ...flagsOf(bar.of).map((flag) => text(`flag_${flag}`))].join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>,
    document.body,
  );
}

const barsOf = (row: Row, start: number, end: number) =>
  row.bars
    .map(({ bar }) => bar)
    .filter((bar) => bar.start < end && bar.end > start && !isGone(bar.of.status))
    .toSorted((a, b) => a.start - b.start);
