import { Button } from '@mantine/core';
import type { PlatformOverview } from '@smooth/contract/platform/overview.ts';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { WeeksChart } from '../../overview/components/weeks-chart.tsx';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { useSpeech } from '../../words/use-speech.tsx';

interface WeeksSection {
  title: string;
  weeks: PlatformOverview['weeks'];
  of: 'businesses' | 'appointments' | 'sign_ins';
}

/** One number over the weeks, as a picture or as numbers. */
export function WeeksSection({ title, weeks, of }: WeeksSection) {
  const { text } = useSpeech('platform');
  const { count, day } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const rows = weeks.map((one) => ({ week: one.week, count: one[of] }));
  const action = (
    <Button
      size="xs"
      variant="default"
      leftSection={asTable ? <IconChartBar size="1.2em" /> : <IconTable size="1.2em" />}
      onClick={() => setAsTable(!asTable)}
    >
      {text(asTable ? 'as_chart' : 'as_table')}
    </Button>
  );
  return (
    <Section title={title} action={action}>
      {asTable ? (
        <Table
          label={title}
          columns={[
            { name: text('week'), cell: ({ week }) => day(week) },
            { name: text('number'), number: true, cell: (row) => count(row.count) },
          ]}
          rows={rows}
          keyOf={({ week }) => week}
        />
      ) : (
        <WeeksChart label={title} weeks={rows} />
      )}
    </Section>
  );
}
