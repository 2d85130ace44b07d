// The buttons above a text: what each does, which are on, and the arrow keys between them.

const table = (name) => (chain) => chain[name]();

// Its columns have names from the beginning: who hears a table needs them.
function newTable() {
  const cell = (type) => (words) => {
    const content = words ? [{ type: "text", text: words }] : undefined;
    return { type, content: [{ type: "paragraph", content }] };
  };
  const row = (cells) => ({ type: "tableRow", content: cells });
  const names = ["Name of column 1", "Name of column 2"].map(cell("tableHeader"));
  const empty = () => row(["", ""].map(cell("tableCell")));
  return { type: "table", content: [row(names), empty(), empty()] };
}

const DOES = {
  bold: (chain) => chain.toggleBold(),
  heading: (chain) => chain.toggleHeading({ level: 2 }),
  subheading: (chain) => chain.toggleHeading({ level: 3 }),
  minor: (chain) => chain.toggleHeading({ level: 4 }),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  inset: (chain) => chain.toggleWrap("notice", { kind: "inset" }),
  warning: (chain) => chain.toggleWrap("notice", { kind: "warning" }),
  details: (chain) => chain.toggleDetails(),
  table: (chain) => chain.insertContent(newTable()),
  "row-add": table("addRowAfter"),
  "row-remove": table("deleteRow"),
  "column-add": table("addColumnAfter"),
  "column-remove": table("deleteColumn"),
  "table-remove": table("deleteTable"),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
};

const IS_ON = {
  bold: ["bold"],
  heading: ["heading", { level: 2 }],
  subheading: ["heading", { level: 3 }],
  minor: ["heading", { level: 4 }],
  bullets: ["bulletList"],
  numbers: ["orderedList"],
  link: ["link"],
  picture: ["picture"],
  inset: ["notice", { kind: "inset" }],
  warning: ["notice", { kind: "warning" }],
  details: ["details"],
};

export function startToolbar(bar, editor, panels) {
  const buttons = [...bar.querySelectorAll("button")];
  bar.addEventListener("click", (event) => press(event.target.closest("button"), editor, panels));
  bar.addEventListener("keydown", (event) => move(event, buttons));
  const show = () => showState(bar, buttons, editor);
  editor.on("transaction", show);
  show();
  bar.hidden = false;
}

function press(button, editor, panels) {
  if (!button) return;
  const name = button.dataset.does;
  if (panels[name]) panels[name]();
  else DOES[name](editor.chain().focus()).run();
}

function showState(bar, buttons, editor) {
  for (const button of buttons) {
    const on = IS_ON[button.dataset.does];
    if (on) button.setAttribute("aria-pressed", String(editor.isActive(...on)));
  }
  bar.querySelector("[data-in-table]").hidden = !editor.isActive("table");
  const shown = buttons.filter((one) => one.offsetParent);
  const current = shown.find((one) => one.tabIndex === 0) ?? shown[0];
  for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
}

// One stop for the Tab key; the arrow keys go from button to button.
function move(event, buttons) {
  const shown = buttons.filter((one) => one.offsetParent);
  const place = shown.indexOf(document.activeElement);
  const to = {
    ArrowRight: (place + 1) % shown.length,
    ArrowLeft: (place - 1 + shown.length) % shown.length,
    Home: 0,
    End: shown.length - 1,
  }[event.key];
  if (to === undefined || place < 0) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = -1;
  shown[to].tabIndex = 0;
  shown[to].focus();
}
