import { z } from 'zod'

/** The form of the signed content. Another form gets another name, so that old receipts stay readable. */
export const RECEIPT_FORMAT = 'onrecord-receipt-1'

const agreement = z.enum(['yes', 'no', 'unknown'])
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A statement that decided, and the text that proves it. */
export const ReceiptEvidence = z.object({
  statement: z.uuid(),
  snapshot: z.uuid(),
  sha256: sha256.describe('Of the text of the snapshot.'),
})

/** A quotation that was checked: its place and its verdict, without its words. */
export const CheckedQuotation = z.object({
  start: z.int().min(0).describe('In UTF-16 code units of the text.'),
  end: z.int().min(0),
  verdict: z.string(),
  speaker_agrees: agreement,
  said_agrees: agreement,
  evidence: z.array(ReceiptEvidence).describe('The statement that decides comes first. At most 4.'),
})
export type CheckedQuotation = z.infer<typeof CheckedQuotation>

/** The part of a receipt that is signed. It has no words of the text. */
export const ReceiptContent = z.object({
  format: z.literal(RECEIPT_FORMAT),
  id: z.uuid(),
  checked: z.iso.datetime().describe('The time of the check.'),
  service: z.string().describe('The version of the service.'),
  rules: z.int().describe('The version of the rules of comparison.'),
  position: z.int().min(0).describe('The last change of the record before the check (`GET /v1/changes`).'),
  text: z.object({ sha256: sha256.describe('Of the checked text in UTF-8.'), length: z.int().min(0) }),
  quotations: z.array(CheckedQuotation),
  unchecked: z.int().min(0).describe('Quotations of the text that were not checked.'),
})
export type ReceiptContent = z.infer<typeof ReceiptContent>

export const Receipt = z
  .object({
    url: z.string(),
    signed: ReceiptContent,
    kid: z.string().describe('The key, as `/.well-known/onrecord-keys.json` names it.'),
    signature: z.string().describe('Ed25519, in base64url, over the canonical JSON (RFC 8785) of `signed`.'),
  })
  .describe('A signed record of a check. It has hashes and ids, and no words of the text.')
export type Receipt = z.infer<typeof Receipt>

/** A public key as a JSON Web Key (RFC 8037). */
export const PublicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string().describe('The thumbprint of the key (RFC 7638).'),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
})
export type PublicJwk = z.infer<typeof PublicJwk>

export const ReceiptKeys = z.object({ keys: z.array(PublicJwk) }).describe('A JSON Web Key Set (RFC 7517).')
export type ReceiptKeys = z.infer<typeof ReceiptKeys>
