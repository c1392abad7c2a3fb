/** Which texts a command line names: files as they are, folders by the plans in them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { z } from 'zod'
import type { PlanIdentity } from '../../pipeline/records.ts'
import { Failure } from '../failure.ts'

/** A text to be read, with what is said of its plan beside it or by flags. */
export type Source = { readonly file: string; readonly given: Partial<PlanIdentity> }

const PLAN_FILE = 'plan.json'
const TEXTS = ['.txt', '.md']

// What is wrong with a plan.json is said in Chinese.
z.config(z.locales.zhCN())

/** A key that is misspelt would be lost without a word: none but these is taken. */
const planFile = z.strictObject({
  id: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  jurisdiction: z.string().min(1).optional(),
  periodStart: z.int().optional(),
  periodEnd: z.int().optional(),
  issuedAt: z.iso.date().optional(),
  /** For people only. */
  note: z.string().optional(),
})

/** Sources in the order given; a folder's sorted by name. Rejects with every path that is not there, or holds no text. */
export const collect = (paths: readonly string[], flags: Partial<PlanIdentity>): readonly Source[] => {
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length > 0)
    throw new Failure(
      'input',
      `找不到文件：${missing.join('、')}，请检查路径。 No such file; check the path.`,
    )
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? textsIn(path) : [path]))
  return files.map((file) => ({ file, given: { ...besideText(file), ...flags } }))
}

/** A folder with a plan.json is one plan; else the plans in its subfolders; else its own texts. */
const textsIn = (folder: string): readonly string[] => {
  const plans = existsSync(join(folder, PLAN_FILE)) ? [folder] : plansBelow(folder)
  const texts = (plans.length > 0 ? plans : [folder]).flatMap(ownTexts)
  if (texts.length === 0)
    throw new Failure(
      'input',
      `文件夹里没有 .txt 或 .md 文本：${folder}，请换一个文件夹。 No text in this folder; name another.`,
    )
  return texts
}

const plansBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort()
    .flatMap((below) => (existsSync(join(below, PLAN_FILE)) ? [below] : plansBelow(below)))

const ownTexts = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXTS.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(folder, entry.name))
    .sort()

const besideText = (file: string): Partial<PlanIdentity> => {
  const path = join(dirname(file), PLAN_FILE)
  if (!existsSync(path)) return {}
  const read = planFile.safeParse(parse(path))
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${[path, ...issue.path].join(' › ')}：${issue.message}`)
    throw new Failure('input', `plan.json 写法不对：${path}，请改正。 This plan.json has faults.`, faults)
  }
  return Object.fromEntries(
    Object.entries(read.data).filter(([key, value]) => key !== 'note' && value !== undefined),
  )
}

const parse = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Failure(
      'input',
      `plan.json 不是 JSON：${path}（${cause instanceof Error ? cause.message : cause}），请改正。 Not JSON.`,
    )
  }
}
