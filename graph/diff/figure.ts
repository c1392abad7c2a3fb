/** A target's number as people read it. */
import type { TargetRecord } from '../model.ts'

/** `60%`, `5～10万人`; a ratio whose first term is the unit keeps it in front: `1:1.92`. */
export const writeFigure = ({ value, max, unit }: Pick<TargetRecord, 'value' | 'max' | 'unit'>): string => {
  const number = max === undefined ? `${value}` : `${value}～${max}`
  return /^\d+[:：]$/.test(unit) ? `${unit}${number}` : `${number}${unit}`
}

/** The same after its year: `2025年 60%`. */
export const writeDatedFigure = (target: TargetRecord): string =>
  `${target.year === undefined ? '' : `${target.year}年 `}${writeFigure(target)}`
