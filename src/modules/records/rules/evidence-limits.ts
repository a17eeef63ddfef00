/** What one piece of evidence may weigh, and how many a record may carry. One proof is enough; none is demanded. */
export const mostEvidenceBytes = 50_000_000
export const mostEvidence = 30
