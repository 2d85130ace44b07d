// What a text may hold besides paragraphs, headings and lists. The server has the last word: see
// tscb/common/rich_text/allowed.py.

import { Mark, mergeAttributes, Node, Table, TableCell, TableHeader } from "../../django_prose_editor/editor.js";

export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]" }],
  renderHTML: ({ HTMLAttributes }) => ["a", mergeAttributes(HTMLAttributes), 0],
});

export const Notice = Node.create({
  name: "notice",
  group: "block",
  content: "(paragraph | bulletList | orderedList)+",
  defining: true,
  addAttributes: () => ({
    kind: {
      default: "inset",
      parseHTML: (element) => element.dataset.notice,
      renderHTML: ({ kind }) => ({ "data-notice": kind }),
    },
  }),
  parseHTML: () => [{ tag: "div[data-notice]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes, 0],
});

// A picture is a file of the site, with words for those who do not see it.
export const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: "" } }),
  parseHTML: () => [{ tag: "img[src]" }],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
});

// A box that is drawn open while somebody writes in it, and saved as what folds.
function openBox(name) {
  return () => {
    const dom = document.createElement("div");
    dom.className = name;
    return { dom, contentDOM: dom };
  };
}

function unfolded({ state, dispatch }) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== "details") continue;
    const title = state.schema.nodes.paragraph.create(null, node.firstChild.content);
    const rest = [];
    node.forEach((child, _, place) => place && rest.push(child));
    dispatch?.(state.tr.replaceWith($from.before(depth), $from.after(depth), [title, ...rest]));
    return true;
  }
  return false;
}

export const Details = Node.create({
  name: "details",
  group: "block",
  content: "summary (paragraph | heading | bulletList | orderedList | notice | table | picture)+",
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: "details" }],
  renderHTML: () => ["details", 0],
  addNodeView: () => openBox("rich-text__details"),
  addCommands() {
    return {
      toggleDetails:
        () =>
        ({ editor, state, dispatch, commands }) => {
          if (editor.isActive("details")) return unfolded({ state, dispatch });
          const title = { type: "text", text: "Title of the fold-out text" };
          const content = [{ type: "summary", content: [title] }, { type: "paragraph" }];
          return commands.insertContent({ type: "details", content });
        },
    };
  },
});

export const Summary = Node.create({
  name: "summary",
  content: "text*",
  marks: "",
  defining: true,
  selectable: false,
  parseHTML: () => [{ tag: "summary" }],
  renderHTML: () => ["summary", 0],
  addNodeView: () => openBox("rich-text__summary"),
  addKeyboardShortcuts() {
    return {
      // The title is one line: Enter goes on to the text below it.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type.name !== "summary") return false;
        return editor.commands.focus($from.after() + 1);
      },
    };
  },
});

// Without the widths that Tiptap writes into style attributes: the content policy refuses those.
export const PlainTable = Table.extend({
  renderHTML: () => ["table", ["tbody", 0]],
}).configure({ resizable: false });

// A cell holds words: what else stood in it, the server would take apart.
export const PlainCell = TableCell.extend({ content: "paragraph+" });
export const PlainHeader = TableHeader.extend({ content: "paragraph+" });
