import type { ReplyOf } from '../../src/platform/contract/endpoint.ts'
import { permissions } from '../../src/platform/contract/endpoint.ts'
import type { readSession } from '../../src/modules/access/contract.ts'
import type { Job } from '../../src/platform/jobs/contract.ts'

/** Somebody who may do everything, on a demonstration. */
export const session: ReplyOf<typeof readSession> = {
  signedIn: true,
  account: { accountId: '5f0c2a34-7a1d-4c53-9f5b-000000000009', login: 'chenjing', name: '陈静' },
  roles: [
    { role: 'head', unitId: '5f0c2a34-7a1d-4c53-9f5b-000000000101', unit: '云江市交通运输局' },
    { role: 'clerk', unitId: '5f0c2a34-7a1d-4c53-9f5b-000000000102', unit: '办公室' },
  ],
  permissions: [...permissions],
  demo: true,
  mustChangePassword: false,
  tenant: '云江市交通运输局（虚构）',
  version: '0.1.0',
  ended: null,
}

export const runningJob: Job = {
  jobId: '5f0c2a34-7a1d-4c53-9f5b-000000000201',
  type: 'ledgers.import',
  title: '导入《2026年会议台账.xlsx》',
  state: 'running',
  done: 320,
  total: 860,
  note: '正在核对第 320 行',
  startedBy: '陈静',
  startedAt: '2026-11-25T06:30:00.000Z',
  finishedAt: null,
  result: null,
  error: null,
}

const unit = (last: string, name: string, parentId: string | null) => ({
  unitId: `5f0c2a34-7a1d-4c53-9f5b-000000000${last}`, version: 1, name, type: parentId === null ? 'body' : 'section', parentId,
  path: parentId === null ? name : `云江市交通运输局 / ${name}`, foundingDocument: null,
})

const bureau = unit('101', '云江市交通运输局', null)

export const units = [bureau, unit('102', '办公室', bureau.unitId), unit('103', '宣传科', bureau.unitId), unit('104', '安全监督科', bureau.unitId)]
