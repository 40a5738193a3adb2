import { useEffect, useRef } from 'react';
import { usePage } from '../page-context.ts';
import { LeftIcon } from './icons.tsx';

/** Whether the page has shown a heading already; the first one leaves the focus where the visitor has it. */
let hasBegun = false;

/** The title of a screen. Each new one takes the focus, so that keyboard and screen reader begin there. */
export function StepHeading({ title, step, back }: { title: string; step?: number; back?: () => void }) {
  const { speech } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasBegun) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
      parent.postMessage({ type: 'smooth:step' }, '*');
    }
    hasBegun = true;
  }, []);
  return (
    <div className="step-heading">
      {step === undefined ? null : <Progress step={step} />}
      <div className="step-title">
        {back ? (
          <button type="button" className="icon-button" onClick={back} aria-label={speech.text('back')}>
            <LeftIcon />
          </button>
        ) : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
    </div>
  );
}

const total = 3;

function Progress({ step }: { step: number }) {
  const { speech } = usePage();
  return (
    <div className="progress">
      <span>{speech.text('step_of', { step, total })}</span>
      <span className="progress-bar" aria-hidden="true">
        <span style={{ width: `${(step / total) * 100}%` }} />
      </span>
    </div>
  );
}
