import type { ApiRequest } from '@smooth/contract/tokens/tokens.ts';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../app/format-context.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { StatusMark, tookIn } from './request-table.tsx';
import { ModeMark } from './token-marks.tsx';
import classes from './tokens.module.css';

export function RequestPanel({ request, onClose }: { request: ApiRequest; onClose: () => void }) {
  const { text } = useSpeech('tokens');
  const { exactTime, locale } = useFormat();
  return (
    <SidePanel title={text('request')} id={request.id} onClose={onClose}>
      <p className={classes.path}>
        <code>
          {request.method} {request.path}
        </code>
      </p>
      <Facts>
        <Fact name={text('token')}>
          <Link to="/developers/tokens/$id" params={{ id: request.token.id }}>
            {request.token.name}
          </Link>
        </Fact>
        <Fact name={text('mode')}>
          <ModeMark {...request.token} />
        </Fact>
        <Fact name={text('status')}>
          <StatusMark {...request} />
        </Fact>
        <Fact name={text('when')}>{exactTime(request.at)}</Fact>
        <Fact name={text('took')}>{text('milliseconds', { count: tookIn(request.duration_ms, locale) })}</Fact>
        <Fact name={text('address')}>{request.ip_address}</Fact>
        <Fact name={text('version')}>{request.version}</Fact>
        <Fact name={text('request_id')}>
          <code className={classes.path}>{request.request_id}</code>
        </Fact>
      </Facts>
    </SidePanel>
  );
}
