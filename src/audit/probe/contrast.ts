/** Red, green and blue to 255, and how much of it is there, to 1. */
export type Rgba = readonly number[]

/** What is seen where one colour lies on another that nothing shines through. */
const over = ([red = 0, green = 0, blue = 0, alpha = 1]: Rgba, [r = 255, g = 255, b = 255]: Rgba): Rgba =>
  [red * alpha + r * (1 - alpha), green * alpha + g * (1 - alpha), blue * alpha + b * (1 - alpha), 1]

/** What is seen where colours lie on each other, the uppermost first; beneath all of them is white. */
export const flatten = (colors: readonly Rgba[]): Rgba => colors.reduceRight<Rgba>((below, color) => over(color, below), [255, 255, 255, 1])

export const showColor = ([red = 0, green = 0, blue = 0]: Rgba): string => `rgb(${[red, green, blue].map(Math.round).join(', ')})`

const linear = (value: number) => {
  const part = value / 255
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

const luminance = ([red = 0, green = 0, blue = 0]: Rgba) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** As WCAG 2 defines it, from 1 to 21. */
export const contrast = (one: Rgba, other: Rgba): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first)
  return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100
}
