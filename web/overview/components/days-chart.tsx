import { type PointerEvent, useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { type Bucket, labelStep, ticksUpTo } from '../buckets.ts';
import { byOutcome, heightOf, outcomes } from '../numbers.ts';
import classes from './days-chart.module.css';

const MOST_LABELS = 10;

/** Stacked columns. The numbers of one column stand beside it under the pointer; the table has all of them. */
export function DaysChart({ buckets }: { buckets: Bucket[] }) {
  const { count, dayRange } = useFormat();
  const speech = useSpeech('overview');
  const [at, setAt] = useState<number | null>(null);
  const ticks = ticksUpTo(Math.max(...buckets.map(heightOf)));
  const top = ticks.at(-1)!;
  const total = buckets.reduce((sum, { booked }) => sum + booked, 0);
  const summary = speech.count('chart_summary', total, { days: dayRange(buckets[0]!.from, buckets.at(-1)!.to) });
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const found = Math.floor(((clientX - left) / width) * buckets.length);
    setAt(Math.min(buckets.length - 1, Math.max(0, found)));
  };
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ bottom: part(tick, top) }}>
            {count(tick)}
          </span>
        ))}
      </div>
      <div className={classes.plot} onPointerMove={point} onPointerDown={point} onPointerLeave={() => setAt(null)}>
        <figure className={classes.columns} aria-label={summary}>
          {ticks.map((tick) => (
            <span key={tick} className={classes.line} style={{ bottom: part(tick, top) }} />
          ))}
          {buckets.map((bucket, index) => (
            <Column key={bucket.from} bucket={bucket} top={top} isLit={index === at} />
          ))}
        </figure>
        {at === null ? null : <Detail bucket={buckets[at]!} share={(at + 0.5) / buckets.length} />}
      </div>
      <Days buckets={buckets} />
    </div>
  );
}

function Column({ bucket, top, isLit }: { bucket: Bucket; top: number; isLit: boolean }) {
  const parts = byOutcome(bucket);
  return (
    <span className={classes.column} data-lit={isLit}>
      <span className={classes.stack} style={{ height: part(heightOf(bucket), top) }}>
        {outcomes.map((outcome) =>
          parts[outcome] > 0 ? (
            <span key={outcome} data-outcome={outcome} style={{ flexGrow: parts[outcome] }} />
          ) : null,
        )}
      </span>
    </span>
  );
}

/** Beside its column, on the side where there is room. */
function Detail({ bucket, share }: { bucket: Bucket; share: number }) {
  const { text } = useSpeech('overview');
  const { count, day, dayRange, money } = useFormat();
  const parts = byOutcome(bucket);
  const side = share < 0.5 ? { left: `${share * 100}%` } : { right: `${(1 - share) * 100}%` };
  return (
    <div className={classes.detail} style={side}>
      <strong>{bucket.from === bucket.to ? day(bucket.from) : dayRange(bucket.from, bucket.to)}</strong>
      <dl>
        {[...outcomes].reverse().map((outcome) => (
          <div key={outcome}>
            <dt>
              <span className={classes.swatch} data-outcome={outcome} />
              {text(`outcome_${outcome}`)}
            </dt>
            <dd>{count(parts[outcome])}</dd>
          </div>
        ))}
        <div>
          <dt>{text('expected')}</dt>
          <dd>{money(bucket.expected_minor)}</dd>
        </div>
      </dl>
    </div>
  );
}

function Days({ buckets }: { buckets: Bucket[] }) {
  const { axisDay } = useFormat();
  const step = labelStep(buckets.length, MOST_LABELS);
  return (
    <div className={classes.days} aria-hidden>
      {buckets.map(({ from }, index) =>
        index % step === 0 ? (
          <span key={from} style={{ left: part(index + 0.5, buckets.length) }}>
            {axisDay(from)}
          </span>
        ) : null,
      )}
    </div>
  );
}

const part = (value: number, whole: number) => `${(value / whole) * 100}%`;
