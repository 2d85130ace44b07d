// Warns before a session of staff ends, and keeps what was typed where it ended: see
// tscb/board/sessions/. Without this file the server ends it all the same and hands the form back.
const dialog = document.getElementById("session-warning");
const { address, person } = dialog.dataset;
const warnBefore = Number(dialog.dataset.warn);
const parts = { soon: "data-soon", over: "data-over" };
let timer;

function show(part) {
  for (const [name, attribute] of Object.entries(parts)) {
    dialog.querySelector(`[${attribute}]`).hidden = name !== part;
  }
  dialog.setAttribute("aria-labelledby", `session-${part}`);
  dialog.classList.toggle("board-session--over", part === "over");
  if (!dialog.open) dialog.showModal();
}

// Forms on this page were made for the session before: they get the token of the one now.
function takeOver(token) {
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    input.value = token;
  }
}

async function ask(options) {
  const response = await fetch(address, { credentials: "same-origin", ...options });
  const now = response.ok ? await response.json() : { left: 0 };
  if (now.person && now.person !== person) window.location.reload();
  return now;
}

function wait(left) {
  clearTimeout(timer);
  const untilWarning = Math.max(left - warnBefore, 0);
  timer = setTimeout(look, (untilWarning || left) * 1000);
}

// Other tabs may have been at work meanwhile: the server knows.
async function look() {
  const now = await ask({}).catch(() => ({ left: 0 }));
  if (now.left <= 0) {
    show("over");
    return;
  }
  if (now.left <= warnBefore) show("soon");
  wait(now.left);
}

async function goOn(options) {
  const now = await ask(options).catch(() => ({ left: 0 }));
  if (now.left <= 0) {
    show("over");
    return;
  }
  takeOver(now.token);
  dialog.close();
  wait(now.left);
}

dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  goOn({ method: "POST", body: new FormData(event.target) });
});
dialog.querySelector("[data-carry-on]").addEventListener("click", () => goOn({}));
dialog.addEventListener("cancel", (event) => {
  if (dialog.classList.contains("board-session--over")) event.preventDefault();
});
wait(Number(dialog.dataset.left));
