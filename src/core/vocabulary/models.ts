// The model families: how each vendor writes its model ids. A family grammar, not a list of versions.

/** One model family. `models-resolve.ts` reads names with it. */
export interface ModelFamily {
  /** First part of the id, such as `gpt`; empty when the start itself is it. */
  id: string
  vendor: string
  /** Id of the tool that stands in when only the model is named. */
  toolId: string
  /** Words that start a name, lower case; a space also matches `-`, `_` or nothing. */
  starts: readonly string[]
  /** Words that may follow after a space as well as after a hyphen. */
  variants: readonly string[]
  /** The start is part of the id, as in `o3` and `opus`. */
  keepsStart?: true
  /** `qwen3-coder`, not `qwen-3-coder`. */
  joined?: true
  /** The version comes first in the id wherever it is written. */
  versionFirst?: true
  /** The letter its versions begin with, such as the `k` of `kimi-k2`. */
  versionLetter?: string
  /** Mode words that are part of the id here, such as `thinking` for Kimi. */
  keeps?: readonly string[]
  /** The starts are ordinary words: in prose a version must follow. */
  ordinary?: true
  /** Read only next to the tool `toolId`. */
  onlyWithTool?: true
}

const sizes = [
  'mini',
  'nano',
  'small',
  'medium',
  'large',
  'max',
  'pro',
  'plus',
  'turbo',
  'flash',
  'lite',
  'air',
]

const gptVariants = [
  'codex',
  'spark',
  'sol',
  'terra',
  'luna',
  'oss',
  'chat',
  'instant',
  'mini',
  'nano',
  'max',
  'pro',
  'turbo',
]

/** Tiers that name a Claude model without the word Claude. */
const claudeTiers = ['opus', 'sonnet', 'haiku', 'fable', 'mythos'] as const

/** Every known family. */
export const modelFamilies: readonly ModelFamily[] = [
  {
    id: 'claude',
    vendor: 'Anthropic',
    toolId: 'claude',
    starts: ['claude'],
    variants: [...claudeTiers, 'instant'],
  },
  {
    id: 'claude',
    vendor: 'Anthropic',
    toolId: 'claude',
    starts: claudeTiers,
    variants: claudeTiers,
    keepsStart: true,
    ordinary: true,
  },
  {
    id: 'gpt',
    vendor: 'OpenAI',
    toolId: 'gpt',
    starts: ['gpt'],
    variants: gptVariants,
    versionFirst: true,
  },
  {
    id: 'gpt',
    vendor: 'OpenAI',
    toolId: 'chatgpt',
    starts: ['chatgpt', 'chat gpt', 'chatgptv'],
    variants: gptVariants,
    versionFirst: true,
  },
  {
    id: '',
    vendor: 'OpenAI',
    toolId: 'gpt',
    starts: ['o1', 'o3', 'o4'],
    variants: ['mini', 'pro', 'preview'],
    keepsStart: true,
  },
  {
    id: 'gemini',
    vendor: 'Google',
    toolId: 'gemini',
    starts: ['gemini'],
    variants: ['pro', 'flash', 'ultra', 'nano', 'lite', 'image'],
    versionFirst: true,
  },
  { id: 'gemma', vendor: 'Google', toolId: 'gemma', starts: ['gemma'], variants: ['it'] },
  {
    id: 'grok',
    vendor: 'xAI',
    toolId: 'grok',
    starts: ['grok'],
    variants: ['code', 'fast', 'heavy', 'mini'],
  },
  {
    id: 'kimi',
    vendor: 'Moonshot AI',
    toolId: 'kimi',
    starts: ['kimi'],
    variants: ['code', 'turbo', 'thinking'],
    versionLetter: 'k',
    keeps: ['thinking'],
  },
  {
    id: 'glm',
    vendor: 'Z.ai',
    toolId: 'glm',
    starts: ['glm', 'chatglm'],
    variants: sizes,
    versionFirst: true,
  },
  {
    id: 'qwen',
    vendor: 'Alibaba',
    toolId: 'qwen',
    starts: ['qwen'],
    variants: ['coder', 'instruct', 'next', ...sizes],
    joined: true,
    keeps: ['thinking', 'preview'],
  },
  {
    id: 'deepseek',
    vendor: 'DeepSeek',
    toolId: 'deepseek',
    starts: ['deepseek', 'deep seek'],
    variants: ['chat', 'coder', 'reasoner', 'prover', 'distill', ...sizes],
    versionLetter: 'v',
    keeps: ['exp'],
  },
  {
    id: 'mistral',
    vendor: 'Mistral AI',
    toolId: 'mistral',
    starts: ['mistral'],
    variants: ['nemo', ...sizes],
  },
  {
    id: '',
    vendor: 'Mistral AI',
    toolId: 'mistral',
    starts: ['codestral', 'devstral', 'magistral', 'ministral', 'mixtral', 'pixtral'],
    variants: sizes,
    keepsStart: true,
  },
  {
    id: 'minimax',
    vendor: 'MiniMax',
    toolId: 'minimax',
    starts: ['minimax'],
    variants: [],
    versionLetter: 'm',
  },
  {
    id: 'mimo',
    vendor: 'Xiaomi',
    toolId: 'mimo',
    starts: ['mimo'],
    variants: ['flash', 'pro'],
    versionLetter: 'v',
  },
  { id: 'mai', vendor: 'Microsoft', toolId: 'mai', starts: ['mai'], variants: [] },
  {
    id: 'llama',
    vendor: 'Meta',
    toolId: 'llama',
    starts: ['llama', 'code llama', 'codellama'],
    variants: ['instruct', 'scout', 'maverick'],
    ordinary: true,
  },
  {
    id: 'phi',
    vendor: 'Microsoft',
    toolId: 'phi',
    starts: ['phi'],
    variants: ['mini', 'medium', 'small'],
    ordinary: true,
  },
  {
    id: 'granite',
    vendor: 'IBM',
    toolId: 'granite',
    starts: ['granite'],
    variants: ['code', 'instruct'],
    ordinary: true,
  },
  {
    id: 'nova',
    vendor: 'Amazon',
    toolId: 'nova',
    starts: ['amazon nova'],
    variants: ['micro', 'lite', 'pro', 'premier', 'act'],
  },
  {
    id: 'nemotron',
    vendor: 'NVIDIA',
    toolId: 'nemotron',
    starts: ['nemotron'],
    variants: ['ultra', 'super', 'nano'],
  },
  {
    id: 'doubao',
    vendor: 'ByteDance',
    toolId: 'doubao',
    starts: ['doubao'],
    variants: ['seed', 'code', 'pro'],
  },
  {
    id: 'ernie',
    vendor: 'Baidu',
    toolId: 'ernie',
    starts: ['ernie'],
    variants: ['x1', 'turbo'],
    ordinary: true,
  },
  { id: 'hunyuan', vendor: 'Tencent', toolId: 'hunyuan', starts: ['hunyuan'], variants: ['turbo', 'large'] },
  {
    id: 'swe',
    vendor: 'Cognition',
    toolId: 'windsurf',
    starts: ['swe'],
    variants: ['lite', 'mini'],
    ordinary: true,
  },
  { id: 'raptor', vendor: 'GitHub', toolId: 'github-copilot', starts: ['raptor'], variants: ['mini'] },
  {
    id: 'composer',
    vendor: 'Anysphere',
    toolId: 'cursor',
    starts: ['composer'],
    variants: [],
    onlyWithTool: true,
  },
]
