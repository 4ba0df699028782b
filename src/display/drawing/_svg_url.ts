/** A picture as a URL that holds it, for the `src` of an image. */
export function svgUrl(svg: string): string {
  return `data:image/svg+xml;base64,${new TextEncoder().encode(svg).toBase64()}`;
}
