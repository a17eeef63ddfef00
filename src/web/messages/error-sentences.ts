type Details = Record<string, unknown>

/** What an error says in English; the details that the server gave may be missing. */
type Sentence = string | ((details: Details) => string)

const gone = 'or you may not see it'
const reload = 'Reload and try again.'
const split = 'Split it into several files.'
const repair = 'Open it in Word, repair it, save it as .docx and try again.'

/** Every error that a page can meet, by its code. */
export const errorSentences: Record<string, Sentence> = {
  ...ofRequests(), ...ofAccess(), ...ofUnitsAndPeople(), ...ofPacks(), ...ofRecords(), ...ofDuties(), ...ofLedgers(), ...ofFiguresAndReports(), ...ofWordFiles(), ...ofNotifications(),
}

/** The English sentence of an error, or null where its code has none. */
export function sentenceOf({ code, details }: { code: string; details: Details }): string | null {
  const sentence = Object.hasOwn(errorSentences, code) ? errorSentences[code] : undefined
  return sentence === undefined ? null : typeof sentence === 'string' ? sentence : sentence(details)
}

/** What an error says of one field: the contract's own words are English, every other is that of its code. */
export function fieldSentence({ code, details = {} }: { code: string; details?: Details }, message: string): string {
  return /\p{Script=Han}/u.test(message) ? (sentenceOf({ code, details }) ?? message) : message
}

function ofRequests(): Record<string, Sentence> {
  return {
    'request-invalid': ({ fields }) => `The request was not accepted${namesOf(fields)}.`,
    'too-large': 'What was sent is too large.',
    unexpected: 'The program failed. Its log holds the reason under the time of this request.',
    'no-such-address': 'There is no such address.',
    'no-job': 'There is no such background job.',
    cancelled: 'Cancelled.',
    interrupted: 'The program is stopping.',
    'file-hash': 'A file is named by the 64 hexadecimal digits of its SHA-256.',
    'file-missing': 'The file is not there.',
    'file-too-large': 'The file is larger than allowed.',
    'no-tenant': 'There is no such body, or its log has not been begun.',
    'no-event': 'The log has no such position.',
    'too-many-events': 'Too many events meet the conditions. Narrow the dates or the type and export again.',
    'not-for-whole-body': 'The log speaks of the whole body: it is open to people whose role covers the whole body. Ask an administrator where you need it.',
  }
}

function ofAccess(): Record<string, Sentence> {
  return {
    'not-signed-in': 'Sign in first.',
    'session-ended': 'The session has ended. Sign in again.',
    'session-expired': 'The session has expired. Sign in again; what was not saved is still here.',
    'must-change-password': 'First change the one-time password to one of your own.',
    'wrong-sign-in': 'The account or the password is wrong.',
    'wrong-password': 'The present password is wrong.',
    'same-password': 'The new password is the same as the old one.',
    'weak-password': 'The password is too weak, too short or too long, or names the account.',
    'locked-out': ({ waitMinutes }) => `Too many wrong passwords. Sign-in is suspended${given(waitMinutes, (minutes) => `; try again in ${minutes} minutes`)}, or ask an administrator to reset the password.`,
    'not-allowed': 'Your role does not include this.',
    'not-allowed-for-unit': 'You may not do this in this unit. Ask an administrator for the role.',
    'account-closed': 'The account is closed. An administrator can open it again.',
    'account-open': 'The account is not closed.',
    'bad-login': 'The login name is not accepted: small letters, digits, dots and hyphens, beginning with a letter.',
    'bad-role': 'Choose a role and a unit for it; an administrator is one for the whole body.',
    'login-taken': 'There is already an account with this login name.',
    'last-administrator': 'This is the last administrator. Give somebody else the role of administrator first.',
    'own-account': 'You cannot close your own account; another administrator has to.',
    'role-granted': 'The account already has this role.',
    'no-grant': 'The account does not have this role, or it was just withdrawn.',
    'no-account': 'There is no such account.',
    'no-demo': 'Signing in without a password is for the demonstration only, on the computer that runs the program.',
    'not-a-demo': 'This database holds real records and cannot serve as a demonstration.',
  }
}

function ofUnitsAndPeople(): Record<string, Sentence> {
  return {
    'no-unit': `There is no such unit, ${gone}.`,
    'bad-unit': 'The name of a unit is between 1 and 200 characters long.',
    'bad-day': 'This day cannot be taken. Write it as 2026-03-05; what ends does so after it began.',
    'bad-person': 'The name of a person is not accepted.',
    'bad-post': 'The title of the post is not accepted.',
    'no-document': 'A leading group names the document that founded it.',
    'name-taken': 'There is already a unit of this name at this place.',
    'parent-not-then': 'The unit above did not exist on that day.',
    'has-children': ({ children }) => `${count(children, 'unit', 'units')} still stood below it on that day. Move or close them first.`,
    'unit-cycle': 'A unit cannot be moved below itself or below one of its own units.',
    'unit-ambiguous': ({ unitIds }) => `${Array.isArray(unitIds) ? unitIds.length : 'Several'} units have this name; name the unit above, too.`,
    'no-person': 'There is no such person, or the name was erased.',
    'name-differs': 'The name does not match this person.',
    'person-in-post': 'The person still holds a post. End the post first, then erase the name.',
    'no-post': 'There is no such post.',
    'post-held': 'The person already holds this post in this unit.',
    'post-left': 'The post has already been left.',
  }
}

function ofPacks(): Record<string, Sentence> {
  return {
    'no-such-pack': 'There is no such pack, or it does not come with the program.',
    'no-such-report': 'There is no report of this name in the packs.',
    'pack-problems': ({ problems }) => `The pack has ${count(problems, 'mistake', 'mistakes')}.`,
    'bad-pack-path': ({ path }) => `${given(path, (name) => `“${name}” cannot stand in a pack: `)}A pack holds .yaml files in the folders of its parts.`,
    'pack-file-too-large': 'The file is too large for a pack.',
    'pack-too-large': 'The body’s own pack holds too many files.',
    'stale-pack': ({ current }) => `The pack was changed after you opened it${given(current, (version) => ` (now version ${version})`)}. ${reload}`,
    'kind-has-records': 'The kind has records, so it cannot be taken out of the pack.',
    'kind-incomplete': 'The kind of record has no date.',
    'kind-not-adopted': 'The kind of record is not in use; put its pack in force first.',
    'kind-too-wide': 'The kind of record has too many fields of one type.',
    'field-changed': 'The type or the decimal places of a field were changed, so that records could no longer be read. Add a new field instead.',
  }
}

function ofRecords(): Record<string, Sentence> {
  return {
    'no-record': `There is no such record, ${gone}.`,
    'no-kind': 'There is no such kind of record, or its pack is not in force.',
    'no-field': 'The kind of record has no such field.',
    'no-facet': 'Records cannot be filtered or changed together by this field.',
    'no-order': 'Records cannot be sorted by this field.',
    'bad-record': ({ problems }) => `The record was not saved: ${count(problems, 'field needs', 'fields need')} attention.`,
    'bad-records': ({ problems }) => `Nothing was saved: ${count(problems, 'field needs', 'fields need')} attention.`,
    'record-exists': 'The record is already there; it was not entered twice.',
    'record-voided': 'The record was voided and cannot be changed any more.',
    'stale-version': 'It was changed after you opened it. Look at the change, then save again.',
    'no-reason': 'Give a reason of at most 500 characters.',
    'note-too-long': 'A note has at most 500 characters.',
    'no-verb': 'The records of this kind have no such step.',
    'verb-not-now': 'The record does not stand where this step can be taken.',
    'too-many-records': ({ limit }) => `Too many records to change at once${given(limit, (most) => `; at most ${most}`)}. Narrow the list first.`,
    'no-changes': 'Choose at least one field to change.',
    'bulk-changed': 'Some of the records were changed in the meantime. Nothing was changed; look at the preview again.',
    'no-view': 'There is no such view, or you did not save it.',
    'too-many-views': 'Too many views are saved for this kind. Remove those that are not used.',
    'export-too-large': 'Too many records to export at once. Narrow the dates or the units, or export in the background.',
    'no-export': 'The job has no file to download.',
    'bad-evidence': 'The evidence was not kept: its name or its day is not accepted.',
    'evidence-attached': 'The same file is already among the evidence; it was not added twice.',
    'evidence-detached': 'The evidence was already removed.',
    'evidence-empty': 'The file is empty.',
    'evidence-too-large': 'The file is larger than evidence may be.',
    'too-much-evidence': 'The record has as much evidence as it may have. One file that proves it is enough.',
    'no-evidence': 'There is no such evidence.',
  }
}

function ofDuties(): Record<string, Sentence> {
  return {
    'no-task': `There is no such task, ${gone}; or it is no longer owed.`,
    'no-duty': 'There is no such duty in the packs in force.',
    'no-adoption': 'The duties of this pack were not adopted here.',
    'no-duties': 'The pack has no duties, or it is not in force.',
    'no-earlier-pack': 'The version of the pack that was in force then is not kept.',
    'day-too-far': 'The day lies between 2000 and 2100.',
    'ends-before-start': 'The last day cannot come before the first.',
    'no-change': 'There is no such change.',
    'no-link': 'The link was already removed.',
    'already-linked': 'The record is already linked to this task.',
    answered: 'The request was already answered. Reload to see the answer.',
    begun: 'Work on the task has begun, or it is settled.',
    'dispatch-raced': 'Somebody changed a task while the tasks were worked out. Try again.',
    'duties-adopted': 'The unit has already adopted the duties of this pack.',
    'not-settled': 'The task is not settled.',
    'not-settling': 'Nobody has asked to settle the task.',
    settling: 'The task is already settled, or somebody has already asked to settle it.',
    'task-done': 'The task is done and can no longer be settled as not applicable or not carried out.',
    'task-settled': 'The task is settled. Whoever approved that has to open it again first.',
    'task-twice': 'A task can stand only once in one link.',
    'too-many-links': 'The task has as many records linked as it may have.',
    'too-many-to-export': ({ most }) => `Too many tasks to export at once${given(most, (limit) => `; at most ${limit}`)}. Filter first.`,
    'nothing-changes': 'Say what is to change.',
    'nothing-owed': 'The unit has not adopted the duties of any pack yet. Adopt some on the page of duties first.',
    'own-request': 'Somebody else has to approve what you asked for.',
    'record-does-not-fit': 'The record does not fulfil this task: its kind, its day or its values do not fit.',
    'record-elsewhere': 'The record belongs to another unit and cannot fulfil a task of this one.',
  }
}

function ofLedgers(): Record<string, Sentence> {
  return {
    'file-imported': 'This file was imported before; nothing was entered. A file with other contents can be imported again.',
    'units-out-of-reach': ({ units }) => `You may not import for these units: ${Array.isArray(units) ? units.join(', ') : ''}. Correct their names, or let somebody import who may.`,
    'no-rows': 'There are no records to enter in the file.',
    'bad-rows': ({ problems }) => `Nothing was entered: ${count(problems, 'mistake', 'mistakes')} in the rows.`,
    'too-many-rows': 'Too many records to enter at once. Import them in several steps. Nothing was entered.',
    'ledger-empty': 'The file holds no sheet with records.',
    'ledger-errors': ({ errorCount }) => `Nothing was entered: the file has ${count(errorCount, 'mistake', 'mistakes')}.`,
    'ledger-too-large': `The file is too large. ${split}`,
    'ledger-zip-bomb': 'The file is not as it says it is and was not opened.',
    'ledger-too-slow': `Reading the file took too long and was stopped. ${split}`,
    'ledger-twice': 'Two of the files are the same. Keep one of them.',
    'ledger-encoding': 'The encoding of the file is not known. Save it as UTF-8 or as .xlsx and try again.',
    'ledger-csv': 'The file cannot be read to its end; quotation marks may not be paired. Correct it, or save it as .xlsx.',
    'ledger-corrupt': 'The file is damaged. Open it in Excel, repair it, save it as .xlsx and try again.',
    'ledger-truncated': 'The file is not complete. Get it again and try again.',
    'ledger-encrypted': 'The file is encrypted. Take the password off in Excel and try again.',
    'ledger-excel-97': 'This is an Excel 97–2003 workbook (.xls). Save it in Excel as .xlsx and try again.',
    'not-excel': 'This is neither an Excel workbook (.xlsx) nor a .csv table. Save it in Excel as .xlsx and try again.',
    'no-ledger-needed': 'The report has no figures that would be counted from records, so no workbook is needed.',
    'no-numbers': 'There are no figures in the report.',
  }
}

function ofFiguresAndReports(): Record<string, Sentence> {
  return {
    'no-metric': 'There is no such metric; it may have been taken out of its pack.',
    'unknown-metric': 'There is no such metric in the packs in force.',
    'unknown-facet': 'The metric cannot be narrowed by this field.',
    'unknown-facet-value': 'The field has no such value.',
    'bad-period': 'This is not a period. Write 2026, 2026H1, 2026Q3, 2026-05 or 2026-03-01..2026-05-31.',
    'period-missing': 'The report names no year; say which period it speaks of.',
    'bad-page': 'Ask for fewer records at once, from the first or a later one.',
    'no-report': `There is no such report, ${gone}.`,
    'no-check': `There is no such check, ${gone}.`,
    'no-figure': 'There is no figure here, so there are no records.',
    'unknown-slot': 'The report has no such place to fill.',
    'unfit-binding': ({ slot }) => `This metric does not fit ${given(slot, (number) => `place ${number}`) || 'the place'}.`,
    'nothing-to-change': 'There is nothing to change.',
    'place-changed': ({ changed }) => `Somebody else just changed ${count(changed, 'place', 'places')} that you were changing; yours is not saved yet. Look, then decide which to keep.`,
    'report-moved': ({ by }) => `The report was just changed${given(by, (name) => ` by ${name}`)}. Look at it, then try again.`,
    'report-submitted': 'The report was submitted for review or reviewed and cannot be changed now.',
    'never-drafted': 'This report was made in one step and has no draft; open the report itself.',
    'not-issued': 'The report has not been issued; open its draft.',
    'not-reviewed': 'The report has not been reviewed. Review it first; to issue it without, give the reason.',
    'preparer-reviews': 'Whoever prepared a report does not review it.',
    'bad-step': 'The report does not stand where this step can be taken.',
    'metric-exists': 'There is already a metric of this name. Bind it, or choose another name.',
    'counts-everything': 'Without a restriction every record of the kind would count. Restrict it, or keep another kind of record.',
  }
}

function ofWordFiles(): Record<string, Sentence> {
  return {
    'zip-bomb': 'The file is not as it says it is and was not opened.',
    truncated: 'The file is not complete. Get it again and try again.',
    encrypted: 'The file is encrypted. Open it in Word, take the password off, save it and try again.',
    corrupt: `The file is damaged. ${repair}`,
    'bad-encoding': 'The encoding of the text is not known. Save it as UTF-8 and try again.',
    'unknown-type': 'Files of this type are not read. A report may be Word (.docx), text (.txt) or Markdown (.md).',
    'word-97': 'This is a Word 97–2003 document (.doc). Save it in Word as .docx and try again.',
    'bad-xml': `The file is damaged. ${repair}`,
    dtd: 'The file holds what no Word document holds and was not opened.',
    'not-word': 'This is not a Word document (.docx). Save it as .docx and try again.',
    'bad-slot': 'A place to fill in this document cannot be read.',
  }
}

function given(value: unknown, say: (value: string) => string): string {
  return typeof value === 'string' || typeof value === 'number' ? say(String(value)) : ''
}

/** “3 fields”, of a number or of a list. */
function count(value: unknown, one: string, many: string): string {
  const number = Array.isArray(value) ? value.length : value
  if (typeof number !== 'number') return `some ${many}`
  return `${number} ${number === 1 ? one : many}`
}

function namesOf(fields: unknown): string {
  const names = (Array.isArray(fields) ? (fields as { field?: unknown }[]) : []).map(({ field }) => String(field ?? '').replace(/^\//, '')).filter((name) => name !== '')
  return names.length === 0 ? '' : `: ${names.join(', ')}`
}

function ofNotifications(): Record<string, Sentence> {
  return {
    'no-secret-key': 'There is no key with which passwords could be kept safely. Start the program with bin/taizhang start.',
    'secret-unreadable': 'The kept password or secret cannot be opened: the key of the data folder is another one. Enter it anew in this channel.',
    'host-unknown': 'The host cannot be found. Check the address, or try again later.',
    'address-refused': ({ host, address }) => `${String(host ?? 'The host')} is at an address inside the house (${String(address ?? 'private')}), so nothing was sent. If it is your own server, name it among the allowed addresses.`,
    'no-channel': 'There is no such channel, or it was removed.',
    'channel-gone': 'The channel was removed just now.',
    'mail-already': 'There is a mail server already. Change it, or remove it first.',
    'robot-address-missing': 'Enter the address of the robot.',
    'channel-moved': ({ by }) => `${String(by ?? 'Somebody')} changed this channel just now. ${reload}`,
    'channel-kind': 'A channel keeps its kind. Remove it and add another one.',
    'rule-unreadable': 'Each allowed address is a host name, an IP address or a network such as 10.0.0.0/8.',
    'address-missing': 'To be reminded, enter a mail address first.',
    'feeds-full': ({ most }) => `There can be ${String(most ?? 10)} calendar addresses at once. Revoke those that are not used.`,
    'no-feed': 'There is no such calendar address, or it was revoked.',
    'no-calendar': 'There is no such calendar address. Check that it was copied whole.',
    'calendar-revoked': 'This calendar address was revoked. Make a new one under My account, Reminders.',
  }
}
