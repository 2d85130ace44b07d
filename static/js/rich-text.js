// The editor of longer texts. Without this script the text area below it takes the same text.

import {
  Bold,
  BulletList,
  Document,
  Dropcursor,
  Editor,
  Gapcursor,
  HardBreak,
  Heading,
  History,
  ListItem,
  OrderedList,
  Paragraph,
  TableRow,
  Text,
} from "../django_prose_editor/editor.js";
import { Details, Link, Notice, Picture, PlainCell, PlainHeader, PlainTable, Summary } from "./rich-text/nodes.js";
import { startPanels } from "./rich-text/panels.js";
import { pasting } from "./rich-text/pasting.js";
import { startToolbar } from "./rich-text/toolbar.js";

const EXTENSIONS = [
  Document, Paragraph, Text, Bold, HardBreak, BulletList, OrderedList, ListItem,
  Heading.configure({ levels: [2, 3, 4] }), History, Dropcursor, Gapcursor,
  Link, Notice, Picture, Details, Summary, PlainTable, TableRow, PlainHeader, PlainCell,
];

function start(room) {
  const textarea = room.querySelector("textarea");
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const said = room.querySelector("[role='status']");
  const say = (words) => (said.textContent = words);
  const editor = new Editor({
    element: room.querySelector(".rich-text__page"),
    extensions: EXTENSIONS,
    content: textarea.value,
    injectCSS: false, // the content policy takes no style but that of our own files
    editorProps: {
      attributes: named(textarea, label),
      handleDOMEvents: pasting(textarea, room.dataset.tidied, say),
    },
    onUpdate: () => (textarea.value = editor.isEmpty ? "" : editor.getHTML()),
  });
  textarea.editor = editor;
  textarea.hidden = true;
  textarea.required = false; // a browser cannot ask for what nobody sees; the server does
  room.querySelector(".rich-text__plain").hidden = true;
  room.querySelector(".rich-text__page").hidden = false;
  startToolbar(room.querySelector("[role='toolbar']"), editor, startPanels(room, editor));
  label?.addEventListener("click", () => editor.commands.focus());
}

// A text area may have a label and a description; what takes its place needs both said again.
function named(textarea, label) {
  const described = textarea.getAttribute("aria-describedby");
  return {
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": label?.textContent.replace(/:$/, "").trim() || "Text",
    ...(described ? { "aria-describedby": described } : {}),
    ...(textarea.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
  };
}

for (const room of document.querySelectorAll(".rich-text")) {
  // A row that the admin keeps ready to be copied is no text yet.
  if (!room.closest(".empty-form")) start(room);
}
