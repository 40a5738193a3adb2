import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMay } from '../../identity/api.ts';
import { Page } from '../../ui/page.tsx';
import { NotAllowed } from '../../ui/states.tsx';
import { rowLink } from '../../ui/table.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { AuditList, type EntryLink } from '../components/audit-list.tsx';
import { EntryPanel } from '../components/entry-panel.tsx';

/** The part of the audit that concerns this business. */
export function AuditPage() {
  const { text } = useSpeech('audit');
  const may = useMay();
  if (may('audit.read')) return <Own />;
  return (
    <Page title={text('audit')}>
      <NotAllowed />
    </Page>
  );
}

function Own() {
  const search = useSearch({ from: '/shell/audit' });
  const { id } = useParams({ strict: false });
  const navigate = useNavigate();
  return (
    <AuditList
      where="business"
      search={search}
      openId={id}
      onGo={(to, wanted) =>
        void (to
          ? navigate({ to: '/audit/$id', params: { id: to }, search: wanted, replace: true })
          : navigate({ to: '/audit', search: wanted, replace: true }))
      }
      EntryLink={OwnLink}
      panel={<Outlet />}
    />
  );
}

const OwnLink = ({ id, search, children }: EntryLink) => (
  <Link to="/audit/$id" params={{ id }} search={search} className={rowLink}>
    {children}
  </Link>
);

export function AuditEntryPanel() {
  const { id } = useParams({ from: '/shell/audit/$id' });
  const search = useSearch({ from: '/shell/audit' });
  const navigate = useNavigate();
  return <EntryPanel where="business" id={id} onClose={() => void navigate({ to: '/audit', search })} />;
}
