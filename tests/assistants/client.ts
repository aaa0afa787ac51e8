import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client'
import { onTestFinished } from 'vitest'

/** The generations of the protocol. */
export const ERAS = ['legacy', 'auto'] as const
type Era = (typeof ERAS)[number]

/** The answer of a tool. */
interface ToolAnswer {
  readonly isError: boolean
  /** The text that the assistant reads. */
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests check the structure of answers.
  readonly data: any
}

export interface Assistant {
  readonly client: Client
  call(name: string, input: Record<string, unknown>): Promise<ToolAnswer>
}

/**
 * Connects an assistant for the running test.
 * @param mode `legacy` for the protocol of 2025, which begins with a handshake; `auto` for the latest one.
 */
export async function connect(transport: Transport, mode: Era = 'legacy'): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } })
  await client.connect(transport)
  onTestFinished(() => client.close())
  return {
    client,
    async call(name, input) {
      const {
        content,
        structuredContent,
        isError = false,
      } = await client.callTool({ name, arguments: input })
      const [first] = content as { type: string; text: string }[]
      return { isError, text: first?.text ?? '', data: structuredContent }
    },
  }
}

/** Connects an assistant over HTTP. */
export const connectHttp = (
  origin: string,
  mode: Era = 'legacy',
  options?: ConstructorParameters<typeof StreamableHTTPClientTransport>[1],
): Promise<Assistant> => connect(new StreamableHTTPClientTransport(new URL('/mcp', origin), options), mode)
