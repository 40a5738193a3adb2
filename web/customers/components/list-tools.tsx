import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconFileImport, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMay } from '../../identity/api.ts';
import { Buttons } from '../../ui/page.tsx';
import { tellRefusal } from '../../ui/tell.tsx';
import { useExport } from '../api-files.ts';
import type { CustomerSearch } from '../search.ts';

/** What can be done with the whole list. */
export function ListTools({ search }: { search: CustomerSearch }) {
  const { text } = useSpeech('customers');
  const may = useMay();
  const file = useExport();
  return (
    <Buttons>
      {may('customer.import') || may('customer.export') || may('customer.merge') ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="input-sm" aria-label={text('tools')} loading={file.isPending}>
              <IconDots size="1.3em" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may('customer.import') ? (
              <Menu.Item component={Link} to="/customers/import" leftSection={<IconFileImport size="1.2em" />}>
                {text('import')}
              </Menu.Item>
            ) : null}
            {may('customer.export') ? (
              <Menu.Item
                leftSection={<IconDownload size="1.2em" />}
                onClick={() => file.mutate(search, { onError: tellRefusal })}
              >
                {text('export')}
              </Menu.Item>
            ) : null}
            {may('customer.merge') ? (
              <Menu.Item component={Link} to="/customers/duplicates" leftSection={<IconUsersGroup size="1.2em" />}>
                {text('find_duplicates')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {may('customer.create') ? (
        <Button
          component={Link}
          to="/customers/new"
          search={search as never}
          leftSection={<IconUserPlus size="1.3em" />}
        >
          {text('add')}
        </Button>
      ) : null}
    </Buttons>
  );
}
