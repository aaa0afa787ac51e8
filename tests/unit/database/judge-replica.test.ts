import { describe, expect, it } from 'vitest'
import {
  judgeReplica,
  type PrimaryReport,
  type ReplicaReport,
  UNKNOWN,
} from '../../../src/database/judge-replica.ts'
import { bytesOf } from '../../../src/database/lsn.ts'

const replica = (replayed: bigint, others: Partial<ReplicaReport> = {}): ReplicaReport => ({
  isReplica: true,
  replayed,
  revision: 'a 1',
  ...others,
})
const primary = (at: number, written: bigint, revision = 'a 1'): PrimaryReport => ({ at, written, revision })

describe('a position in the write-ahead log', () => {
  it('is a number of bytes, and texts of other forms are none', () => {
    expect(['0/0', '0/16B3748', '16/b374d848', 'FFFFFFFF/FFFFFFFF'].map(bytesOf)).toEqual([
      0n,
      0x16b3748n,
      0x16b374d848n,
      0xffffffffffffffffn,
    ])
    for (const text of ['', '16', '1/2/3', 'x/1', '0/ 1', '123456789/0', "0/0'"])
      expect(bytesOf(text)).toBeNull()
  })
})

describe('a replica', () => {
  it('is fresh when it has all that the primary has', () => {
    const judged = judgeReplica(UNKNOWN, replica(100n), primary(1000, 100n))
    expect(judged).toMatchObject({ fault: null, replayed: 100n, freshAt: 1000 })
  })

  it('is as late as the newest position of the primary that it has replayed', () => {
    const first = judgeReplica(UNKNOWN, replica(90n), primary(1000, 100n))
    expect(first.freshAt).toBeNull()
    const second = judgeReplica(first, replica(100n), primary(1200, 150n))
    expect(second.freshAt).toBe(1000)
    const third = judgeReplica(second, replica(120n), primary(1400, 160n))
    expect(third.freshAt).toBe(1000)
    expect(judgeReplica(third, replica(160n), primary(1600, 160n)).freshAt).toBe(1600)
  })

  it('is not late while the primary is idle', () => {
    let judged = UNKNOWN
    for (let at = 0; at < 100_000; at += 200) judged = judgeReplica(judged, replica(100n), primary(at, 100n))
    expect(judged.freshAt).toBe(99_800)
  })

  it('may not be read after its promotion', () => {
    const judged = judgeReplica(UNKNOWN, replica(100n, { isReplica: false }), primary(1000, 100n))
    expect([judged.fault, judged.freshAt]).toEqual([expect.stringContaining('promoted'), null])
  })

  it('may not be read if it has changes that the primary never had', () => {
    const ahead = judgeReplica(UNKNOWN, replica(200n), primary(1000, 150n))
    expect(ahead.fault).toContain('another history')
    const other = judgeReplica(ahead, replica(200n, { revision: 'b 7' }), primary(1200, 300n))
    expect([other.fault, other.freshAt]).toEqual([expect.stringContaining('another history'), null])
  })

  it('is judged by the positions of the new primary after a failover', () => {
    const before = judgeReplica(UNKNOWN, replica(500n), primary(1000, 900n))
    const after = judgeReplica(before, replica(550n), primary(1200, 600n))
    expect(after).toMatchObject({ fault: null, freshAt: null })
    expect(after.written).toEqual([{ at: 1200, written: 600n }])
    expect(judgeReplica(after, replica(600n), primary(1400, 600n)).freshAt).toBe(1400)
  })
})
