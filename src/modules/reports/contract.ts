import * as check from './contract/check.ts'
import * as draft from './contract/draft.ts'
import * as lifecycle from './contract/lifecycle.ts'
import * as made from './contract/made.ts'
import * as reading from './contract/reading.ts'

export * from './contract/check.ts'
export * from './contract/draft.ts'
export * from './contract/lifecycle.ts'
export * from './contract/made.ts'
export * from './contract/reading.ts'
export { FileRef, Proposal, RecordView, ReportState } from './contract/shared.ts'

export const reportEndpoints = [
  reading.scanReport, reading.lookAtReport, reading.listForms, reading.findMetrics,
  made.fillReport, made.readReport, made.readReportText, made.downloadReport, made.readFigureRecords, made.readReportChanges,
  check.checkReport, check.keepCheck, check.listChecks, check.readCheck,
  draft.draftReport, draft.readDraft, draft.rebindSlots, draft.evaluateBinding, draft.readSlotRecords, draft.acceptProposal, draft.downloadDraft,
  lifecycle.listReports, lifecycle.readSteps, lifecycle.submitReport, lifecycle.returnReport, lifecycle.reviewReport,
  lifecycle.issueReport, lifecycle.discardReport,
]
