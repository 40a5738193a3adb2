import { Grants } from '../../permissions/pages/grants.tsx';
import { useConsoleMay } from '../way.tsx';

/** What people of the platform were given for a while. */
export const GrantsPage = () => <Grants where="platform" mayGive={useConsoleMay()('platform_grant.create')} />;
