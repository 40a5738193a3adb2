import { Progress } from '@mantine/core';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { limitNames } from '@smooth/contract/tenancy/entitlements.ts';
import { useFormat } from '../../app/format-context.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { usedOf } from '../used-of.ts';
import classes from './entitlements.module.css';

const NEARLY = 0.8;

/** How far each limit is used, as words and as a bar. */
export function Usage({ usage, entitlements }: Pick<TenantSummary, 'usage' | 'entitlements'>) {
  const { text } = useSpeech('platform');
  const { count } = useFormat();
  if (!usage) return null;
  return (
    <dl className={classes.usage}>
      {limitNames.map((name) => {
        const [used, allowed] = [usage[name], entitlements.limits[name]];
        const share = allowed === null ? 0 : allowed === 0 ? Number(used > 0) : used / allowed;
        return (
          <div key={name}>
            <dt>{text(`limit_${name}`)}</dt>
            <dd>
              {allowed === null ? text('used_free', { used: count(used) }) : usedOf({ text, count }, used, allowed)}
            </dd>
            {allowed === null ? null : (
              <Progress
                className={classes.bar}
                size="sm"
                value={Math.min(100, share * 100)}
                color={share >= 1 ? 'red' : share >= NEARLY ? 'yellow' : 'indigo'}
                aria-label={text(`limit_${name}`)}
              />
            )}
          </div>
        );
      })}
    </dl>
  );
}
