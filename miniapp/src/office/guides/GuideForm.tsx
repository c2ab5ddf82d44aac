import { LongTextField, TextField } from '../../components/TextField'
import type { Errors, FieldName, TypedGuide } from './guideForm'

export type GuideFormProps = {
  typed: TypedGuide
  errors: Errors
  saved?: string
  onChange: (field: FieldName, text: string) => void
}

/** One guide: what, who, with what, how, how long, what it costs, where. */
export function GuideForm({ typed, errors, saved, onChange }: GuideFormProps) {
  const field = (name: FieldName) => ({
    ...{ id: `g-${name}`, value: typed[name] ?? '', error: errors[name] },
    onChange: (text: string) => onChange(name, text),
  })
  return (
    <>
      <TextField {...field('title')} label="办什么事" maxLength={40} placeholder="比如：开村里的证明" />
      <LongTextField
        {...field('who')}
        label="谁能办"
        maxLength={300}
        placeholder="比如：户口在本村的人"
        saved={saved}
      />
      <LongTextField
        {...field('papers')}
        {...{ label: '带什么', note: '可以不填', help: '一行写一样，最多20样', maxLength: 1200 }}
        placeholder={'比如：\n身份证\n户口本'}
      />
      <LongTextField
        {...field('steps')}
        {...{ label: '怎么办', note: '可以不填', help: '一行写一步，不用写第几步，最多20步', maxLength: 2400 }}
        placeholder={'比如：\n到窗口填申请书\n村里盖章'}
      />
      <TextField {...field('time')} label="几天办好" maxLength={60} placeholder="比如：当场办好" />
      <TextField {...field('fee')} label="收不收钱" maxLength={60} placeholder="比如：不收钱" />
      <TextField
        {...field('where')}
        {...{ label: '到哪里、找谁', help: '写窗口和办公电话，不写个人手机号', maxLength: 120 }}
      />
      <TextField {...field('basis')} label="依据" note="可以不填" maxLength={200} />
      <TextField
        {...field('words')}
        {...{ label: '别的叫法', note: '可以不填', help: '村里人平时怎么说，找的时候找得到', maxLength: 100 }}
        placeholder="比如：造房子、批地"
      />
    </>
  )
}
