/** Markdown and plain text as one kind of tree with positions. */
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { PlanDocument } from '../records.ts'

/**
 * What plain text does not mean. “5~10万人，15~20万人” is no strike-through, a cell led by a tab is no code block,
 * “1.开展收储出让” is no list; with these off the tree is paragraphs and text, and nothing is lost.
 */
const NOT_IN_PLAIN_TEXT = [
  'codeIndented',
  'codeFenced',
  'codeText',
  'setextUnderline',
  'headingAtx',
  'thematicBreak',
  'list',
  'attention',
  'htmlFlow',
  'htmlText',
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'labelStartLink',
  'labelStartImage',
  'labelEnd',
  'definition',
  'hardBreakEscape',
]

function plainText(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: NOT_IN_PLAIN_TEXT } }]
}

/** Indented lines in a Markdown plan are cells or paragraphs, not code. */
function withoutIndentedCode(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ['codeIndented', 'setextUnderline'] } },
  ]
}

const readers = {
  txt: unified().use(remarkParse).use(plainText).freeze(),
  md: unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(withoutIndentedCode).freeze(),
}

/** The document's tree of blocks. Positions are UTF-16 offsets; take text from source slices, never from nodes. */
export const parse = (document: Pick<PlanDocument, 'text' | 'format'>): Root =>
  readers[document.format].parse(document.text)
