import { IconMoon, IconSun } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { inks } from '../../app/theme.ts';
import { inkOn } from '../../ui/contrast.ts';
import { type BrandOn, brandOn, brandWords } from '../brand.ts';
import type { BusinessForm } from '../business-form.ts';
import classes from './brand-preview.module.css';

/** The booking page in small, light and dark, as the colour will look there. */
export const BrandPreview = ({ form }: { form: BusinessForm }) => (
  <div className={classes.pair}>
    {(['light', 'dark'] as const).map((scheme) => (
      <Sample key={scheme} form={form} brand={brandOn(form.color, scheme)} />
    ))}
  </div>
);

function Sample({ form, brand }: { form: BusinessForm; brand: BrandOn }) {
  const speech = useSpeech('settings');
  const { text } = speech;
  const Icon = brand.scheme === 'light' ? IconSun : IconMoon;
  const ink = inkOn(brand.card, inks);
  return (
    <figure className={classes.sample}>
      <div className={classes.page} style={{ background: brand.page, color: ink }} aria-hidden>
        <div className={classes.head}>
          {form.logo_url ? <img key={form.logo_url} src={form.logo_url} alt="" onError={hide} /> : null}
          <div>
            <strong>{form.name || text('your_business')}</strong>
            {form.tagline ? <p>{form.tagline}</p> : null}
          </div>
        </div>
        <div className={classes.card} style={{ background: brand.card }}>
          <div className={classes.times}>
            <span style={{ background: brand.soft, color: brand.accent }}>10:00</span>
            <span style={{ background: brand.accent, color: brand.onAccent }}>10:30</span>
            <span style={{ background: brand.soft, color: brand.accent }}>11:00</span>
          </div>
          <span className={classes.button} style={{ background: brand.accent, color: brand.onAccent }}>
            {text('sample_book')}
          </span>
          <span style={{ color: brand.accent }}>{text('sample_other_day')}</span>
        </div>
      </div>
      <figcaption className={classes.caption}>
        <Icon aria-hidden />
        <span>
          <strong>{text(brand.scheme)}</strong> {brandWords(brand, speech)}
        </span>
      </figcaption>
    </figure>
  );
}

/** A picture that does not load leaves no broken mark behind. */
const hide = ({ currentTarget }: React.SyntheticEvent<HTMLImageElement>) => {
  currentTarget.hidden = true;
};
