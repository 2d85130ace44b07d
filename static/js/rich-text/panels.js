// What a button asks for before it does something: where a link leads, which picture and what it shows.

export function startPanels(room, editor) {
  return { link: linkPanel(room, editor), picture: picturePanel(room, editor) };
}

function linkPanel(room, editor) {
  const panel = room.querySelector("[data-panel='link']");
  const address = panel.querySelector("input");
  const close = closing(panel, editor);
  const remove = () => {
    close();
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
  };
  const save = () => {
    const href = completed(address.value.trim());
    if (!href) return remove();
    close();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link")) {
      const marks = [{ type: "link", attrs: { href } }];
      return chain.insertContent({ type: "text", text: href, marks }).run();
    }
    return chain.setMark("link", { href }).run();
  };
  const does = { save, remove, close };
  panel.addEventListener("click", (event) => does[event.target.dataset.panelDoes]?.());
  panel.addEventListener("keydown", (event) => onKeys(event, save, close));
  return () => {
    address.value = editor.getAttributes("link").href ?? "";
    open(panel, address);
  };
}

function picturePanel(room, editor) {
  const panel = room.querySelector("[data-panel='picture']");
  const [address, words] = panel.querySelectorAll("input");
  const close = closing(panel, editor);
  const save = () => {
    const src = new URL(address.value.trim(), document.baseURI).pathname;
    if (!address.value.trim()) return address.focus();
    if (!words.value.trim()) return words.focus();
    close();
    const attrs = { src, alt: words.value.trim() };
    if (editor.isActive("picture")) return editor.commands.updateAttributes("picture", attrs);
    return editor.chain().focus().insertContent({ type: "picture", attrs }).run();
  };
  // The words that stand beside the file are offered; on this page others may say it better.
  const offer = () => {
    const chosen = panel.querySelector(`option[value="${CSS.escape(address.value)}"]`);
    if (chosen && !words.value) words.value = chosen.dataset.shows;
  };
  address.addEventListener("input", offer);
  panel.addEventListener("click", (event) => ({ save, close })[event.target.dataset.panelDoes]?.());
  panel.addEventListener("keydown", (event) => onKeys(event, save, close));
  return () => {
    const { src, alt } = editor.getAttributes("picture");
    address.value = src ?? "";
    words.value = alt ?? "";
    open(panel, address);
  };
}

function open(panel, first) {
  panel.hidden = false;
  first.focus();
}

function closing(panel, editor) {
  return () => {
    panel.hidden = true;
    editor.commands.focus();
  };
}

// Enter must not send the whole form; Escape goes back to the text.
function onKeys(event, save, close) {
  if (event.key === "Enter" && event.target.tagName !== "BUTTON") {
    event.preventDefault();
    save();
  }
  if (event.key === "Escape") close();
}

// People type “www.example.org” and “name@example.org”.
function completed(typed) {
  if (/^[^\s@/:]+@[^\s@/]+\.[a-z]+$/i.test(typed)) return `mailto:${typed}`;
  if (/^www\./i.test(typed)) return `https://${typed}`;
  return typed;
}
