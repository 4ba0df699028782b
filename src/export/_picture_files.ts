import { addressFrom } from "./_addresses.ts";
import { address } from "./flavours/_parts.ts";
import { localPicture } from "./_local_pictures.ts";
import type { MarkdownOptions } from "./_markdown_options.ts";
import type { Attachments } from "./_page.ts";
import type { htmlPackages, mdast } from "./_packages.ts";
import { fileName, versionsOf } from "./_pictures.ts";
import { safeSvg } from "./_safe_svg.ts";
import type { Picture } from "./_shown_output.ts";

/** The pictures of a page, kept as files. */
export class PictureFiles {
  /**
   * @param notebook the path of the notebook, beside which pictures of its prose lie
   * @param options where the files go
   * @param packages what pictures are cleaned with
   */
  constructor(
    readonly notebook: string,
    readonly options: MarkdownOptions,
    readonly packages: Awaited<ReturnType<typeof htmlPackages>>,
  ) {}

  /** A picture that a cell shows, in two versions where its colours are ours. */
  shown(picture: Picture): mdast.RootContent {
    const { light, dark } = versionsOf(picture);
    const ending = picture.type === "jpeg" ? "jpg" : picture.type;
    const file = this.#keep(light, ending);
    if (dark) {
      const { pictures } = this.options.flavour;
      return {
        type: "html",
        value: pictures(file, this.#keep(dark, ending, "-dark"), picture.alt),
      };
    }
    const image: mdast.Image = { type: "image", url: address(file), alt: picture.alt };
    return { type: "paragraph", children: [image] };
  }

  /** The address of a picture in prose: of its file, if it came along; undefined if it is not there. */
  of(url: string, attachments: Attachments): string | undefined {
    const found = localPicture(url, this.notebook, attachments);
    if (found === "missing") return this.options.addresses.missing(url), undefined;
    return found ? address(this.#keep(found.bytes, found.ending)) : url;
  }

  /** Keeps a file for writing; its path from the page. */
  #keep(bytes: Uint8Array<ArrayBuffer>, ending: string, more = ""): string {
    const { page, assets, files } = this.options;
    const safe = ending === "svg" ? safeSvg(bytes, this.packages) : bytes;
    const path = `${assets}/${fileName(safe, page.replace(/^.*\//, "") + more, ending)}`;
    files.set(path, safe);
    return addressFrom(page, path);
  }
}
