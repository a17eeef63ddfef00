import { checkLabels } from '../check-labels.ts'

checkLabels(import.meta.dirname)
