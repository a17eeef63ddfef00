import { Form, Input, Modal, Select } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from '../texts.ts'
import type { OwnTexts } from './own-changes.ts'

interface Props {
  open: boolean
  present: OwnTexts
  onClose(): void
  onWrite(files: Record<string, string>): void
}

const beginnings = {
  kinds: 'title: \nsource: { rule: 本单位规定 }\noccurred: date\nnaming: title\nfields:\n  date: { title: 日期, type: date, required: true }\n  title: { title: 名称, type: text, required: true }\n',
  metrics: 'title: \nsource: { rule: 本单位规定 }\nkind: \nform: count\nmeasures: [ 次 ]\nphrases: [ ]\n',
  vocabularies: 'title: \nopen: true\nsource: { rule: 本单位规定 }\nvalues:\n',
  duties: 'title: \nsource: { rule: 本单位规定 }\ngroup: \ntext: \ncadence: { type: every, period: quarter }\nowner: { responsibility: direct }\nsatisfied: { kind: meeting }\n',
  calendars: 'title: \nedition: \nannounced: true\nsource: { rule: }\ndays: []\n',
  examples: 'title: \ngiven: []\nexpect: []\n',
}

interface Typed {
  folder: keyof typeof beginnings
  name: string
}

/** Begins a file with what each of its folder has, for who writes YAML themselves. */
export function BlankFile({ open, present, onClose, onWrite }: Props) {
  const { editor: words } = useText(texts)
  return (
    <Modal className="own-form" open={open} title={words.newFile} okText={words.create} cancelText={words.keep} onCancel={onClose} okButtonProps={{ htmlType: 'submit', form: 'new-file' }} destroyOnHidden>
      <Form<Typed>
        id="new-file" layout="vertical" initialValues={{ folder: 'kinds' }}
        onFinish={({ folder, name }) => onWrite({ [`${folder}/${name}.yaml`]: beginnings[folder] })}
      >
        <Form.Item name="folder" label={words.folder}>
          <Select options={Object.entries(words.folders).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="name" label={words.fileName}
          rules={[
            ({ getFieldValue }) => ({ required: true, pattern: getFieldValue('folder') === 'calendars' ? /^20\d\d$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, message: words.badName }),
            ({ getFieldValue }) => ({
              validator: (_, name: string) => (`${getFieldValue('folder')}/${name}.yaml` in present ? Promise.reject(new Error(words.taken)) : Promise.resolve()),
            }),
          ]}
        >
          <Input suffix=".yaml" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
