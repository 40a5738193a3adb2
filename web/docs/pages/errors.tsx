import { errorAdvice } from '@smooth/contract/core/error-advice.ts';
import { type ErrorCode, errorCatalogue } from '@smooth/contract/core/errors.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useTitle } from '../title.ts';
import classes from './prose.module.css';

const codes = Object.entries(errorCatalogue) as [ErrorCode, { status: number; title: string }][];

/** Every code of the catalogue, with what to do about it. */
export function ErrorsPage() {
  const { text } = useSpeech('docs');
  useTitle(text('error_codes'));
  return (
    <article className={classes.prose}>
      <h1>{text('error_codes')}</h1>
      <p className={classes.about}>{text('error_codes_about')}</p>
      <table lang="en">
        <thead>
          <tr>
            <th>{text('code')}</th>
            <th>{text('status')}</th>
            <th>{text('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(([code, { status, title }]) => (
            <tr key={code} id={code}>
              <td>
                <code>{code}</code>
              </td>
              <td className={classes.status}>{status}</td>
              <td>
                {title}. {errorAdvice[code]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
