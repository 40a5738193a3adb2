import { ActionIcon, Button, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { Group } from '../../ui/group.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import { newQuestion } from '../service-form.ts';
import classes from './lines.module.css';
import type { ServiceFormApi } from './service-form-api.ts';

const kinds = ['text', 'long_text', 'choice', 'checkbox'] as const;

/** What customers are asked when they book. */
export function QuestionsSection({ form }: { form: ServiceFormApi }) {
  const { text } = useSpeech('scheduling');
  return (
    <Section
      title={text('questions')}
      about={text('questions_about')}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size="1.2em" />}
          disabled={form.values.questions.length >= 20}
          onClick={() => form.insertListItem('questions', newQuestion())}
        >
          {text('add_question')}
        </Button>
      }
    >
      {form.values.questions.length === 0 ? <p className="soft">{text('nothing_asked')}</p> : null}
      {form.values.questions.map((question, index) => (
        <QuestionEditor key={question.key || `new ${index}`} form={form} index={index} />
      ))}
    </Section>
  );
}

function QuestionEditor({ form, index }: { form: ServiceFormApi; index: number }) {
  const { text } = useSpeech('scheduling');
  const path = `questions.${index}` as const;
  const question = form.values.questions[index]!;
  return (
    <Group className={classes.line} label={question.label || text('new_question')}>
      <div className={classes.lineHead}>
        <TextInput
          className={classes.grow}
          label={text('question')}
          maxLength={120}
          {...form.getInputProps(`${path}.label`)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text('remove_question')}
          onClick={() => form.removeListItem('questions', index)}
        >
          <IconTrash size="1.2em" />
        </ActionIcon>
      </div>
      <Fields>
        <Select
          label={text('answer')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: text(`question_${kind}`) }))}
          {...form.getInputProps(`${path}.kind`)}
        />
        {question.kind === 'choice' ? (
          <TagsInput
            label={text('choices')}
            description={text('choices_about')}
            {...form.getInputProps(`${path}.choices`)}
          />
        ) : null}
      </Fields>
      <Switch label={text('answer_needed')} {...form.getInputProps(`${path}.is_required`, { type: 'checkbox' })} />
    </Group>
  );
}
