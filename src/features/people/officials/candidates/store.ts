import type { CandidateDecision } from '../../../../core/vocabulary.ts'
import type { Tx } from '../../../../database/db.ts'
import { prisma } from '../../../../database/prisma.ts'

/** Stores the decision about a name. */
export async function markDecided(
  tx: Tx,
  id: string,
  decision: {
    readonly outcome: CandidateDecision
    readonly officialId: string | null
    readonly actor: string
    readonly reason: string
    readonly at: Date
  },
): Promise<void> {
  await prisma(tx).officialCandidate.updateMany({
    where: { id },
    data: {
      decision: decision.outcome,
      officialId: decision.officialId,
      decidedBy: decision.actor,
      decidedReason: decision.reason,
      decidedAt: decision.at,
    },
  })
}
