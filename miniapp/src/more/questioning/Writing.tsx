import { fieldsOf } from '@shared/schemas/stepForms'
import { workflowOf } from '@shared/workflows/index'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { Empty } from '../../components/Blank'
import { ChoiceField } from '../../components/ChoiceField'
import { Page } from '../../components/Page'
import { RuleNote } from '../../components/RuleNote'
import { LongTextField, TextField } from '../../components/TextField'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { savedWords } from '../ask/AskForm'
import '../ask/index.scss'
import { neverIn, PersonalNote } from '../ask/PersonalNote'
import { Told } from '../ask/Told'
import { useSending } from '../ask/useSending'
import { WritingPage } from '../ask/WritingPage'

const fields = Object.fromEntries(fieldsOf('questioning').map((field) => [field.name, field]))
const order = ['basis', 'whom', 'question']
const workflow = workflowOf('questioning')!
const opens = workflow.opensBy as readonly string[]

// In whose name somebody may begin it.
const inNameOf: Record<string, readonly string[]> = {
  supervisor: ['supervisors'],
  representative: ['representatives', 'voters'],
  villager: ['voters'],
}

/** 我要质询: in writing, of how someone on the committee does their duty. Others join before it goes to the village. */
export function Writing({ onBack }: { onBack: () => void }) {
  const person = useSession()?.person
  const today = todayNow()
  const url = routes.questioning()
  const posts = person?.posts.filter((p) => opens.includes(p.role)) ?? []
  const post = posts[0]
  const sending = useSending({
    ...{ person: person?.id, mend: { url, draft: 'questioning' } },
    village: post && { id: post.place, name: post.placeName },
  })
  const { form, errors, sent, set } = sending
  const text = (name: string) => (typeof form[name] === 'string' ? (form[name] as string) : '')
  const page = { title: '我要质询', onBack }

  if (sent)
    return (
      <Page {...page}>
        <Told {...{ sent, today, url }} char="质" says="联名的人够了，由您提交，村里15天内决定谁来答复" />
      </Page>
    )
  if (!person || !post)
    return (
      <Page {...page}>
        <Empty
          title={person ? '质询由本村的人来提' : '质询要先登录'}
          says="村监委、五名以上村民代表，或者十分之一以上有选举权的村民，可以书面质询村委会成员怎么办事。"
          action={person ? '换身份' : '去登录'}
          actionIcon="me"
          onAction={() => go(routes.signIn(url))}
        />
      </Page>
    )
  const mine = new Set(posts.flatMap((p) => inNameOf[p.role] ?? []))
  const bases = (fields.basis.options ?? [])
    .filter(({ value }) => mine.has(value))
    .map(({ value, label }) => ({ value, words: label }))
  const submit = () => {
    const never = neverIn(text('question'))
    void sending.submit('questioning', form, never ? { question: never } : {})
  }
  return (
    <WritingPage {...page} {...{ order, sending }} hint="质询和答复全村看得到。" words="提出来" onSubmit={submit}>
      <ChoiceField
        {...{ id: 'basis', label: fields.basis.label, options: bases, error: errors.basis }}
        value={text('basis')}
        onChange={set('basis')}
      />
      <TextField
        {...{ id: 'whom', label: fields.whom.label, maxLength: fields.whom.max, error: errors.whom }}
        value={text('whom')}
        onChange={set('whom')}
      />
      <LongTextField
        {...{ id: 'question', label: fields.question.label, maxLength: fields.question.max, error: errors.question }}
        value={text('question')}
        onChange={set('question')}
        saved={savedWords[sending.saved]}
      />
      <PersonalNote text={text('question')} />
      <RuleNote {...workflow.steps[0].rule} />
    </WritingPage>
  )
}
