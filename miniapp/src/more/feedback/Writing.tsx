import { fieldsOf } from '@shared/schemas/stepForms'
import { workflowOf } from '@shared/workflows/index'
import { useEffect } from 'react'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { Empty } from '../../components/Blank'
import { Note } from '../../components/Chip'
import { ChoiceField } from '../../components/ChoiceField'
import { Page } from '../../components/Page'
import { RuleNote } from '../../components/RuleNote'
import { LongTextField } from '../../components/TextField'
import { savedWords } from '../ask/AskForm'
import '../ask/index.scss'
import { LocalPhotos } from '../../pages/raise/LocalPhotos'
import { routes } from '../../routes'
import { appealed } from '../../screen/appealed'
import { go } from '../../screen/go'
import { Told } from '../ask/Told'
import { useSending } from '../ask/useSending'
import { WritingPage } from '../ask/WritingPage'

const fields = Object.fromEntries(fieldsOf('feedback').map((field) => [field.name, field]))
const order = ['kind', 'text', 'words', 'photos']
const workflow = workflowOf('feedback')!
const kinds = (fields.kind.options ?? []).map(({ value, label }) => ({ value, words: label }))

export type WritingProps = { kind?: string; onBack: () => void }

/** 投诉建议 as it is written: of what kind, what it says; of an appeal, what was held back. */
export function Writing({ kind, onBack }: WritingProps) {
  const person = useSession()?.person
  const today = todayNow()
  const url = routes.feedback(kind)
  const post = person?.posts.find((p) => p.place === person.village)
  const sending = useSending({
    ...{ person: person?.id, mend: { url, draft: 'feedback' } },
    village: post && { id: post.place, name: post.placeName },
  })
  const { form, photos, errors, sent, set, setPhotos, fill } = sending
  const text = (name: string) => (typeof form[name] === 'string' ? (form[name] as string) : '')
  const page = { title: '投诉建议', onBack }
  // what was just held back is there already, not to be written a second time
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known whose draft it is
  useEffect(() => {
    const { words } = appealed.get()
    if (kind) fill({ kind, ...(kind === 'appeal' && words && { words }) })
  }, [kind, post?.place])

  if (sent)
    return (
      <Page {...page}>
        <Told {...{ sent, today, url }} char="诉" says="镇里会看，最晚15个工作日答复您" />
      </Page>
    )
  if (!person || !post)
    return (
      <Page {...page}>
        <Empty
          title={person ? '投诉建议由村里的人来提' : '先登录，再提'}
          says="这个小程序哪里不好用、谁不该看您的信息、您的名字写错了，都可以在这里说。只有镇里负责的人看得到。"
          action={person ? '换身份' : '去登录'}
          actionIcon="me"
          onAction={() => go(routes.signIn(url))}
        />
      </Page>
    )
  const isAppeal = text('kind') === 'appeal'
  const { file } = appealed.get()
  const submit = () => {
    const { words: _, ...plain } = form
    const asked = isAppeal ? { ...form, ...(file && photos.length === 0 && { photos: [file] }) } : plain
    void sending.submit('feedback', asked)
  }
  return (
    <WritingPage
      {...page}
      {...{ order, sending }}
      hint="只有镇里负责的人看得到，村里看不到。"
      words="交给镇里"
      onSubmit={submit}
    >
      <ChoiceField
        {...{ id: 'kind', label: fields.kind.label, options: kinds, error: errors.kind }}
        value={text('kind')}
        onChange={set('kind')}
      />
      <LongTextField
        {...{ id: 'text', label: isAppeal ? '为什么觉得拦错了' : fields.text.label, maxLength: fields.text.max }}
        value={text('text')}
        onChange={set('text')}
        saved={savedWords[sending.saved]}
        error={errors.text}
      />
      {isAppeal && !file && (
        <LongTextField
          {...{ id: 'words', label: fields.words.label, help: fields.words.help, maxLength: fields.words.max }}
          value={text('words')}
          onChange={set('words')}
          error={errors.words}
        />
      )}
      {isAppeal && file ? (
        <Note tone="dai">被拦下的那张照片，镇里打开这件事就看得到，不用再传。</Note>
      ) : (
        <LocalPhotos
          {...{ id: 'photos', label: fields.photos.label, help: '截图也可以，可以不放', error: errors.photos, photos }}
          max={9}
          onAdd={(more) => setPhotos([...photos, ...more])}
          onRemove={(id) => setPhotos(photos.filter((photo) => photo.id !== id))}
        />
      )}
      <RuleNote {...workflow.steps[0].rule} />
    </WritingPage>
  )
}
