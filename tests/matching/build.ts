/** Knowledge from a few lines, for tests of tables and rules. */
import { buildKnowledge } from '../../pipeline/knowledge.ts'

const TABLES = `table\tcolumn\tholds\tkey
fruits\tname\ttext\tkey
fruits\tkind\tstone|pome\t
fruits\tweight\t?number\t
fruits\tshape\t?pattern\t
tags\ttag\ttext\tkey
tags\ttable\toptional\t
tags\tcolumn\toptional\t
tags\twhere\toptional\t
`
export const FRUITS = 'name\tkind\tweight\tshape\n桃\tstone\t\t\n李\tstone\t\t\n梨\tpome\t\t\n'
export const TAGS =
  'tag\ttable\tcolumn\twhere\nPlace\nProject\nFruit\tfruits\tname\nStone\tfruits\tname\tkind=stone\n'

export const knowledgeOf = (files: Readonly<Record<string, string>> = {}) => {
  const all = { 'lexicons/fruits.tsv': FRUITS, 'lexicons/tags.tsv': TAGS, ...files }
  return buildKnowledge(
    TABLES,
    Object.entries(all).map(([path, content]) => ({ path, content })),
  )
}

type Draft = {
  readonly find?: string
  readonly match: string
  readonly name?: string
  readonly examples?: string
}
/** A rule file with one rule a draft; without examples of its own a draft has two that are not run here. */
export const rules = (drafts: Readonly<Record<string, Draft>>): string =>
  Object.entries(drafts)
    .map(
      ([name, { find = 'Project', match, name: template, examples = '' }]) =>
        `## ${name}\n试验。 A trial.\n\n\`\`\`rule\nfind: ${find}\nmatch: ${match}\n${template ? `name: ${template}\n` : ''}\`\`\`\n${examples}`,
    )
    .join('\n')

export const example = (...lines: readonly string[]): string => `\`\`\`example\n${lines.join('\n')}\n\`\`\`\n`
