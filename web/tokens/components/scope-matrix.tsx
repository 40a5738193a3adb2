import { Button, Checkbox } from '@mantine/core';
import { type Scope, scopes } from '@smooth/contract/core/scopes.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { readingScopes, scopeRows, withScope } from '../scopes.ts';
import classes from './tokens.module.css';

interface ScopeMatrix {
  value: readonly Scope[];
  onChange: (scopes: Scope[]) => void;
  error?: string | undefined;
}

/** What a token may read and write, resource by resource. */
export function ScopeMatrix({ value, onChange, error }: ScopeMatrix) {
  const { text } = useSpeech('tokens');
  const box = (scope: Scope | null, label: string) =>
    scope === null ? null : (
      <Checkbox
        aria-label={label}
        checked={value.includes(scope)}
        onChange={({ currentTarget }) => onChange(withScope(value, scope, currentTarget.checked))}
      />
    );
  return (
    <section aria-label={text('scopes')} className={classes.allow}>
      <div className={classes.matrixHead}>
        <strong>{text('scopes')}</strong>
        <span>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange([...readingScopes])}>
            {text('choose_reading')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange([...scopes])}>
            {text('choose_all')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange([])}>
            {text('choose_none')}
          </Button>
        </span>
      </div>
      {error ? <Notice tone="red">{error}</Notice> : null}
      <div className={classes.matrix}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('resource')}</th>
              <th scope="col">{text('read')}</th>
              <th scope="col">{text('write')}</th>
            </tr>
          </thead>
          <tbody>
            {scopeRows.map(({ resource, read, write }) => {
              const name = text(`scope_${resource}`);
              return (
                <tr key={resource}>
                  <th scope="row">{name}</th>
                  <td>{box(read, text('read_which', { name }))}</td>
                  <td>{box(write, text('write_which', { name }))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
