import { NumberInput } from '@mantine/core';
import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { Section } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { decidingPool, withTerms } from '../service-terms.ts';
import type { ServiceFormApi } from './service-form-api.ts';
import classes from './terms.module.css';

/** Who takes another time or costs another price; what is left empty is as the service has it. */
export function TermsSection({ form }: { form: ServiceFormApi }) {
  const { text } = useSpeech('scheduling');
  const { data: resources = [] } = useQuery(resourcesQuery);
  const { currency } = useFormat();
  const { values, errors } = form;
  const pool = decidingPool(values, resources);
  if (pool.length < 2 && values.resource_terms.length === 0) return null;
  const wrong = Object.entries(errors).find(([path]) => path.startsWith('resource_terms'))?.[1];
  return (
    <Section title={text('terms')} about={text('terms_about')}>
      <div className={classes.scroll}>
        <table className={classes.terms}>
          <thead>
            <tr>
              <th scope="col">{text('terms_who')}</th>
              <th scope="col">{text('terms_minutes')}</th>
              <th scope="col">
                {text('price')} ({currency})
              </th>
            </tr>
          </thead>
          <tbody>
            {pool.map((one) => (
              <Row key={one.id} form={form} resource={one} />
            ))}
          </tbody>
        </table>
      </div>
      {wrong ? (
        <p className={classes.wrong} role="alert">
          {wrong}
        </p>
      ) : null}
    </Section>
  );
}

function Row({ form, resource: { id, name } }: { form: ServiceFormApi; resource: Resource }) {
  const { text } = useSpeech('scheduling');
  const { locale, currency, minorDigits, groupSeparator } = useFormat();
  const { resource_terms, duration_minutes, price } = form.values;
  const own = resource_terms.find(({ resource_id }) => resource_id === id);
  const unit = 10 ** minorDigits;
  // While it is being typed, the price is a text in truth; both are taken here.
  const plain = new Intl.NumberFormat(locale, {
    minimumFractionDigits: minorDigits,
    maximumFractionDigits: minorDigits,
  });
  const set = (change: Parameters<typeof withTerms>[2]) => {
    form.clearErrors();
    form.setFieldValue('resource_terms', withTerms(resource_terms, id, change));
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <NumberInput
          aria-label={text('terms_duration', { name })}
          placeholder={String(duration_minutes)}
          min={1}
          max={10_080}
          allowDecimal={false}
          hideControls
          value={own?.duration_minutes ?? ''}
          onChange={(minutes) => set({ duration_minutes: minutes === '' ? null : Math.max(1, Number(minutes)) })}
        />
      </td>
      <td>
        <NumberInput
          aria-label={text('terms_price', { name })}
          placeholder={plain.format(price)}
          min={0}
          max={10_000_000}
          decimalScale={minorDigits}
          thousandSeparator={groupSeparator}
          suffix={` ${currency}`}
          hideControls
          value={own?.price_minor === null || own?.price_minor === undefined ? '' : own.price_minor / unit}
          onChange={(amount) => set({ price_minor: amount === '' ? null : Math.round(Number(amount) * unit) })}
        />
      </td>
    </tr>
  );
}
