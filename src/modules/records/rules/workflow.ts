import type { Workflow, WorkflowVerb } from '../../packs/schema/kind.ts'

/** The state a record stands in; one that was never moved stands in the first. */
export function standing(workflow: Workflow, state: string | null): string {
  if (state !== null && Object.hasOwn(workflow.states, state)) return state
  return Object.keys(workflow.states)[0] ?? ''
}

/** The steps that can be taken from a state, in the order of the pack. */
export function verbsFrom(workflow: Workflow, state: string | null): (WorkflowVerb & { id: string })[] {
  const from = standing(workflow, state)
  return Object.entries(workflow.verbs).flatMap(([id, verb]) => (verb.from.includes(from) ? [{ ...verb, id }] : []))
}

export function verbNow(workflow: Workflow, verb: string, state: string | null): boolean {
  return verbsFrom(workflow, state).some(({ id }) => id === verb)
}
