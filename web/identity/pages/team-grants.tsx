import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Grants } from '../../permissions/pages/grants.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMay } from '../api.ts';

/** What people of the business were given for a while. */
export function TeamGrantsPage() {
  const { text } = useSpeech('permissions');
  const may = useMay();
  const back = (
    <Button component={Link} to="/team" variant="default">
      {text('back_to_team')}
    </Button>
  );
  return <Grants where="business" mayGive={may('grant.create')} back={back} />;
}
