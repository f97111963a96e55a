import { decodeText } from "../text/bytes.ts";
import { ArchiveError } from "./archive-error.ts";
import { withFeed } from "./feed.ts";
import type { Bytes } from "./member.ts";

// deb(5): the common format of ar, without its long names.

const MAGIC = "!<arch>\n";
const HEADER = 60;

/** Reads the members of an ar archive as a Debian package has them. Throws ArchiveError. */
export function readAr(bytes: Bytes, visit: (name: string, content: Bytes) => Promise<void>): Promise<void> {
  return withFeed(bytes, async (feed) => {
    if (decodeText(await feed.takeSome(MAGIC.length)) !== MAGIC) throw new ArchiveError("is not an ar archive");
    for (;;) {
      const header = await feed.takeSome(HEADER);
      if (header.length === 0) return;
      const text = decodeText(header);
      if (header.length < HEADER) throw new ArchiveError("is cut off between two members");
      const size = /^[0-9]{1,10} *$/.test(text.slice(48, 58)) ? Number(text.slice(48, 58)) : NaN;
      if (Number.isNaN(size) || text.slice(58) !== "`\n")
        throw new ArchiveError("has a member whose header is damaged");
      const end = feed.offset + size;
      await visit(text.slice(0, 16).replace(/\/? *$/, ""), feed.stream(size, "a member"));
      await feed.skip(end - feed.offset, "a member");
      // Many leave out the padding behind the last one.
      await feed.takeSome(size % 2);
    }
  });
}
