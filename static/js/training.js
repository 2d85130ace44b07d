// Puts the parts of a session in order without loading the page anew, and says where each came to.
// Without this file every button sends the form, to the same end.

const form = document.querySelector("[data-training]");
const list = form?.querySelector("[data-training-parts]");
const said = form?.querySelector("[data-training-said]");
const total = form?.querySelector("[data-training-total]");

const nameOf = (row) => row.querySelector("label").textContent;

/** All rows have all buttons, so that a moved row keeps the one that was pressed. */
function completeButtons() {
  for (const row of list.children) {
    const moves = row.querySelector(".board-session__moves");
    for (const [name, word] of [["up", "Up"], ["down", "Down"], ["first", "First"]]) {
      moves.append(moves.querySelector(`[name="${name}"]`) ?? made(row, name, word));
    }
  }
  showEnds();
}

function made(row, name, word) {
  const button = document.createElement("button");
  const more = document.createElement("span");
  more.className = "govuk-visually-hidden";
  more.textContent = nameOf(row);
  Object.assign(button, { type: "submit", name, className: "board-session__move" });
  button.value = row.querySelector("input").value;
  button.append(`${word} `, more);
  return button;
}

/** A button that leads nowhere stays where it is, for the focus may be on it. */
function showEnds() {
  for (const row of list.children) {
    for (const button of row.querySelectorAll(".board-session__move")) {
      const end = button.name === "down" ? list.lastElementChild : list.firstElementChild;
      button.setAttribute("aria-disabled", String(row === end));
    }
  }
}

function move(row, name) {
  const before = {
    up: row.previousElementSibling,
    down: row.nextElementSibling?.nextElementSibling ?? null,
    first: list.firstElementChild,
  };
  list.insertBefore(row, before[name]);
}

form?.addEventListener("click", (event) => {
  const button = event.target.closest(".board-session__move");
  if (!button || !list) return;
  event.preventDefault();
  const row = button.closest("li");
  if (button.getAttribute("aria-disabled") === "true") return;
  move(row, button.name);
  button.focus();
  showEnds();
  const place = [...list.children].indexOf(row) + 1;
  say(`${nameOf(row)}: now number ${place} of ${list.children.length}`);
  remember();
});

form?.addEventListener("change", () => {
  const ticked = [...form.querySelectorAll('[name="part"]:checked')];
  const minutes = ticked.reduce((sum, one) => sum + Number(one.closest("li").dataset.minutes), 0);
  const words = `${ticked.length} parts, ${minutes} minutes`;
  if (total) total.textContent = `${words}, and the welcome, breaks and the end. “Update the plan” shows it minute by minute.`;
  say(words);
  remember();
});

function say(words) {
  said.textContent = words;
}

/** The address is the choice, so that a bookmark made now holds it. */
function remember() {
  const query = new URLSearchParams(new FormData(form));
  history.replaceState(null, "", `${form.getAttribute("action")}?${query}`);
}

if (list) completeButtons();
